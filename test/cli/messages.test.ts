import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { letter, received, signed, signer } from "../mail.js";
import { mailworthy } from "./shell.js";

const key = signer();
const good = await signed(letter(received()), [key]);
const zone = `${key.record}\n_dmarc.example.com TXT "v=DMARC1; p=none"\nexample.com TXT "v=spf1 ip4:192.0.2.25 -all"`;
const world = {
  zone,
  files: { "good.eml": good, "./mail/draft": letter(), "list.txt": "a.example\n", "empty.eml": "" },
};
const only = ["--only", "msg/*,dkim/message-verifies"];

describe("a message", () => {
  it("is judged as a receiver does, by its file", async () => {
    const { code, out } = await mailworthy(["good.eml", ...only, "-v"], { world });
    expect(code).toBe(0);
    expect(out).toMatch(/good\.eml\s+from example\.com/);
    expect(out).toContain("passes by DKIM and SPF; policy none of example.com");
    expect(out).toContain("the signature of example.com (selector s1) verifies");
  });

  it("may come on standard input, and how it came may be said", async () => {
    const argv = ["-", ...only, "--ip", "192.0.2.99", "--mail-from", "<news@example.com>", "--helo", "x.example"];
    const { code, out } = await mailworthy(argv, { world, stdin: letter() });
    expect(out).toMatch(/standard input\s+from example\.com/);
    expect(out).toContain("example.com says that 192.0.2.99 must not send for it");
    expect(code).toBe(1);
  });

  it("that was not sent yet is not judged by what only a receiver sees", async () => {
    const { code, out } = await mailworthy(["./mail/draft", "--only", "msg/spf-pass,msg/single-from", "-v"], { world });
    expect(out).toContain("it was not sent yet");
    expect(code).toBe(0);
  });

  it("stands beside domains and other messages", async () => {
    const { out } = await mailworthy(["good.eml", "example.com", "./mail/draft", "-q"], { world });
    for (const name of ["good.eml", "example.com", "./mail/draft"]) expect(out).toContain(name);
  });

  it.each(["json", "ndjson", "tap", "junit", "markdown", "html", "csv"])("is named by %s", async (name) => {
    const { out } = await mailworthy(["good.eml", ...only, "-r", name], { world });
    expect(out).toContain("good.eml");
  });

  it("may be named by the configuration", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "mailworthy-"));
    writeFileSync(join(cwd, "mailworthy.config.json"), JSON.stringify({ targets: [{ message: "good.eml" }] }));
    const { out } = await mailworthy([...only, "-q"], { world, cwd });
    expect(out).toContain("good.eml");
  });

  it("is in the record, and judged again from it", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "mailworthy-"));
    const first = await mailworthy(["good.eml", ...only, "--json", "--record", "r"], { world, cwd });
    const again = await mailworthy(["good.eml", ...only, "--json", "--replay", "r"], { world: {}, cwd });
    expect(JSON.parse(again.out).results).toEqual(JSON.parse(first.out).results);
  });
});

it.each([
  ["gone.eml", "there is no file gone.eml."],
  ["empty.eml", "empty.eml is empty."],
  ["list.txt", "for a list of domains: mailworthy --targets list.txt"],
])("what is no message is an error: %s", async (name, text) => {
  const { code, err } = await mailworthy([name], { world });
  expect(err).toContain(text);
  expect(code).toBe(2);
});

it("decides what a profile asks of messages, which a domain cannot show", async () => {
  const argv = ["-p", "gmail-bulk", "--json"];
  const states = async (target: string): Promise<Record<string, string>> => {
    const { out } = await mailworthy([target, ...argv], { world });
    const [{ requirements }] = JSON.parse(out).targets as [{ requirements: { requirement: string; state: string }[] }];
    return Object.fromEntries(requirements.map(({ requirement, state }) => [requirement, state]));
  };
  expect(await states("good.eml")).toMatchObject({
    "google/dkim-signature": "met",
    "google/alignment": "met",
    "google/tls": "met",
    "google/message-format": "met",
    "google/one-click": "does not apply",
  });
  expect(await states("example.com")).toMatchObject({ "google/alignment": "cannot tell" });
});

describe("a profile and a message", () => {
  const forwarder = { Received: received("198.51.100.9")["Received"]!, "Return-Path": "<bounces@example.com>" };
  const states = async (octets: string, preset: string): Promise<Record<string, string>> => {
    const { out } = await mailworthy(["m.eml", "-p", preset, "--json"], {
      world: { zone, files: { "m.eml": octets } },
    });
    const [{ requirements }] = JSON.parse(out).targets as [{ requirements: { requirement: string; state: string }[] }];
    return Object.fromEntries(requirements.map(({ requirement, state }) => [requirement.split("/")[1]!, state]));
  };
  it.each(["gmail-bulk", "gmail-spam", "yahoo", "outlook", "icloud"])("%s: a good one", async (preset) => {
    const { spf, "dkim-signature": signature, dkim = signature, alignment = "met" } = await states(good, preset);
    expect([spf, dkim, alignment]).toEqual(["met", "met", "met"]);
  });
  it.each(["gmail-bulk", "yahoo", "outlook", "icloud"])("%s: unsigned", async (preset) => {
    expect(await states(letter(received()), preset)).toMatchObject({ "dkim-signature": "not met", spf: "met" });
  });
  it("one that was forwarded says nothing of the sender's SPF", async () => {
    const forwarded = await signed(letter(forwarder), [key]);
    const { spf, dkim, dmarc } = await states(forwarded, "gmail-spam");
    expect([spf, dkim, dmarc]).toEqual(["cannot tell", "met", "met"]);
    const { out } = await mailworthy(["m.eml"], { world: { zone, files: { "m.eml": forwarded } } });
    expect(out).not.toContain("spf/authorises-host");
  });
  it("an old one whose key is gone is neither met nor broken, and the key no fault", async () => {
    const old = { zone: zone.replace(key.record, ""), files: { "m.eml": good }, now: "2026-03-01" };
    const { out } = await mailworthy(["m.eml", "--only", "dkim/*,msg/*", "-v"], { world: old });
    expect(out).toContain("the key s1 of example.com is no longer in DNS");
    expect(out).not.toMatch(/dkim\/selector-present.*no TXT record/);
  });
  it("a newsletter without a way out is not met where marketing mail is asked for one", async () => {
    const news = letter({ ...received(), "List-Id": "<news.example.com>" });
    expect(await states(news, "yahoo")).toMatchObject({ "one-click": "not met" });
    expect(await states(news, "outlook")).toMatchObject({ unsubscribe: "not met" });
    expect(await states(news, "gmail-spam")).toMatchObject({ content: "not met" });
  });
});
