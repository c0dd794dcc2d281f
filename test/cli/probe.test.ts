import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { scripted, type Talk } from "../net/scripted.js";
import { serve } from "../probe/server.js";
import { emptyFolder, mailworthy, type Setting } from "./shell.js";

/** A server that behaves as told, and the port it is on. */
async function served(play: (talk: Talk) => void | Promise<void>): Promise<{ port: number; talks: Talk[] }> {
  const server = await scripted(play);
  onTestFinished(() => server.close());
  return server;
}

async function probed(
  replies: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
  setting: Setting = {},
): ReturnType<typeof mailworthy> {
  const { port } = await served((talk) => serve(talk, replies));
  const outcome = await mailworthy(["probe", `127.0.0.1:${port}`, "--helo", "probe.example.net", ...flags], {
    columns: 80,
    ...setting,
    env: { COLUMNS: "80", ...setting.env },
  });
  return { ...outcome, out: outcome.out.replace(/ +\d+ ms/g, "  1 ms").replaceAll(String(port), "25") };
}

describe("the screen", () => {
  it("shows who said what, and what a refusal means", async () => {
    const greylisted = { RCPT: "450 4.2.0 Greylisted, see https://postgrey.example/\r\n" };
    const { code, out, err } = await probed(greylisted, ["--to", "postmaster@example.com"]);
    expect({ code, err }).toEqual({ code: 3, err: "" });
    expect(out.replace(/[\d.]+ s  exit/, "0.1 s  exit")).toBe(`\
       connect [127.0.0.1]:25  1 ms
     < 220 mx1.example.com ESMTP  1 ms
     > EHLO probe.example.net
     < 250-mx1.example.com  8BITMIME  1 ms
       STARTTLS is not offered
     > MAIL FROM:<probe@probe.example.net>
     < 250 ok  1 ms
     > RCPT TO:<postmaster@example.com>
?    < 450 4.2.0 Greylisted, see https://postgrey.example/  1 ms
     > QUIT
     < 221 bye  1 ms

Unknown   refused for now at RCPT: greylisted (4.2.0); the receiver puts off
          whom it does not know, and takes the next try
  fix     wait; tries must come from the same address
          stopped before DATA (--send sends a message)             0.1 s  exit 3
`);
  });

  it.each([["60"], ["120"]])("fits %s columns, in ASCII too", async (columns) => {
    const { out } = await probed({ RCPT: `550 5.7.1 ${"blocked using a list ".repeat(20)}\r\n` }, [
      "--to",
      "ada@example.com",
      "--ascii",
      "--width",
      columns,
      "-v",
    ]);
    expect(out).toMatch(/^x {4}< 550/m);
    expect(out.split("\n").filter((line) => line.length > Number(columns))).toEqual([]);
    expect(out).toMatch(/^[ -~\n]*$/);
  });

  it("does what no server says to a terminal", async () => {
    const { out } = await probed({ greeting: "220 \x1b[2Jmx1\x07 ::error::x\r\n" });
    expect(["\x1b", "\x07"].filter((char) => out.includes(char))).toEqual([]);
  });
});

it("tells all of it in JSON", async () => {
  const { code, out } = await probed({}, ["--to", "ada@example.com", "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    target: "127.0.0.1",
    protocol: "smtp",
    outcome: "accepted",
    step: "rcpt",
    exit: 0,
    recipients: [{ address: "ada@example.com", reply: { code: 250 } }],
  });
});

describe("where it goes", () => {
  it("takes the mail hosts of a domain in their order, past those that do not answer", async () => {
    const [busy, good] = [
      await served((talk) => serve(talk, { greeting: "421 4.7.0 busy\r\n" })),
      await served((talk) => serve(talk, {})),
    ];
    const cwd = emptyFolder();
    mkdirSync(cwd, { recursive: true });
    const connectTo = { "192.0.2.1:25": `127.0.0.1:${busy.port}`, "192.0.2.2:25": `127.0.0.1:${good.port}` };
    writeFileSync(join(cwd, "mailworthy.config.json"), JSON.stringify({ connectTo }));
    const zone = `
      example.com MX 20 mx2.example.com
      example.com MX 10 mx1.example.com
      mx1.example.com A 192.0.2.1
      mx2.example.com A 192.0.2.2`;
    const { code, out } = await mailworthy(["probe", "example.com", "--mx", "--json"], { cwd, world: { zone } });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      host: "mx2.example.com",
      tried: [{ host: "mx1.example.com", text: "421 4.7.0 busy" }],
    });
  });

  it.each([
    ["a domain that takes no mail", ["example.net", "--mx"], 1, { cause: "null-mx", step: "connect" }],
    ["a name that is not there", ["nowhere.example.com"], 1, { cause: "no-name" }],
    ["a name without an IPv6 address", ["mx1.example.com", "--ipv6"], 1, { cause: "no-name" }],
  ])("%s", async (_, words, exit, wanted) => {
    const zone = `
      example.net MX 0 .
      example.com SOA ns1.example.com hostmaster.example.com 1 3600 600 604800 3600
      mx1.example.com A 192.0.2.1`;
    const { code, out } = await mailworthy(["probe", ...words, "--json"], { world: { zone } });
    expect(code).toBe(exit);
    expect(JSON.parse(out)).toMatchObject(wanted);
  });

  it("tells of the place that answered where the others do not", async () => {
    const { port } = await served((talk) => talk.say("HTTP/1.1 400 Bad Request\r\n"));
    const call = ["probe", `localhost:${port}`, "--width", "80"];
    const { code, out } = await mailworthy(call);
    expect(code).toBe(1);
    expect(out).toMatch(/^ {7}also tried localhost \[::1\]/m);
    expect(out).toMatch(/^✗ .*not an SMTP reply: HTTP\/1.1/m);
    expect(out).toMatch(/nonsense; what answers/);
  });

  it("says that a port is shut", async () => {
    const server = await scripted(() => {});
    await server.close();
    const { code, out } = await mailworthy(["probe", `localhost:${server.port}`, "--ipv4", "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ cause: "refused", step: "connect", outcome: "refused" });
  });
});

describe("what makes no sense", () => {
  it.each([
    [["not a host"], /is not a domain name/],
    [["[192.0.2.1]:25"], /is no host/],
    [["mx1.example.com:99999"], /not a port/],
    [["192.0.2.1", "--mx"], /is an address/],
    [["mx1.example.com", "--send"], /--to ADDRESS/],
    [["mx1.example.com", "--to", "ada"], /is no address/],
    [["mx1.example.com", "--to", "a@b\r\nDATA"], /is no address/],
    [["mx1.example.com", "--from", "a b@example.com"], /is no address/],
    [["mx1.example.com", "--helo", "a\r\nb"], /is no name/],
    [["mx1.example.com", "--to", "a@example.com", "--header", "Subject: a\r\nBcc: b"], /is no field/],
    [["mx1.example.com", "--to", "a@example.com", "--data", "x", "--body", "y"], /whole message/],
    [["mx1.example.com", "--quit-after", "auth"], /needs --auth/],
    [["mx1.example.com", "--quit-after", "rcpt"], /needs --to/],
    [["mx1.example.com", "--tls-min", "1.3", "--tls-max", "1.2"], /above/],
    [["mx1.example.com", "--tls-cert", "a.pem"], /go together/],
    [["mx1.example.com", "--xclient", "EVIL=1"], /no attribute/],
    [["mx1.example.com", "--source", "192.0.2.99"], /no address of this machine/],
    [["mx1.example.com:993", "--to", "a@example.com"], /imap is probed up to TLS/],
    [["mx1.example.com", "--auth", "ada"], /no password/],
    [["mx1.example.com", "--auth", "ada", "--password-file", "nowhere"], /nowhere/],
  ])("%j", async (words, said) => {
    const { code, out, err } = await mailworthy(["probe", ...words]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(said);
  });
});
