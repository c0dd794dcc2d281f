import { describe, expect, it } from "vitest";
import type { Probe } from "../../src/probe/probe.js";
import { cli, known } from "./cli.js";
import { account } from "./dovecot.js";
import { ip } from "./hosts.js";

const asked = [...known().filter((word) => !["--control", "mx.control.test"].includes(word)), "--json"];
const env = { ...process.env, MAILWORTHY_PASSWORD: account.password };

async function probe(args: readonly string[], password = account.password): Promise<Probe & { code: number }> {
  const { status, stdout, stderr } = await cli(["probe", ...args, "--helo", "probe.test", ...asked], {
    env: { ...env, MAILWORTHY_PASSWORD: password },
  });
  expect(stderr).toBe("");
  expect(stdout).not.toContain(password);
  expect(stdout).not.toContain(Buffer.from(password).toString("base64").slice(0, -4));
  return { ...(JSON.parse(stdout) as Probe), code: status };
}

const to = ["--to", "ada@example.test"];
const login = ["--auth", account.user];

describe("a probe of a real Postfix", () => {
  it.concurrent.each<[string, string[], number, object]>([
    [
      "up to TLS",
      ["mx.healthy.test"],
      0,
      { outcome: "accepted", step: "tls", distrust: [], tls: { version: "TLSv1.3" } },
    ],
    ["the mail host of a domain", ["healthy.test", "--mx", "--verify"], 0, { host: "mx.healthy.test", step: "tls" }],
    ["by IPv6", ["mx.healthy.test", "--ipv6"], 0, { step: "tls", ip: expect.stringContaining(":") as string }],
    ["TLS 1.2", ["mx.healthy.test", "--tls-max", "1.2"], 0, { tls: { version: "TLSv1.2" } }],
    [
      "a recipient that it does not relay to",
      ["mx.healthy.test", ...to],
      1,
      { step: "rcpt", outcome: "refused", reply: { code: 554 } },
    ],
    ["no STARTTLS", ["mx.plain.test"], 0, { step: "ehlo" }],
    ["no STARTTLS where it must be", ["mx.plain.test", "--tls", "starttls"], 1, { step: "tls", cause: "no-tls" }],
    [
      "a certificate that vouches for itself",
      ["mx.selfsigned.test", "--verify"],
      1,
      { step: "tls", cause: "untrusted" },
    ],
    [
      "one for another name",
      ["mx.wrongname.test", "--verify"],
      1,
      { cause: "untrusted", text: expect.stringContaining("does not name") as string },
    ],
    [
      "one that has ended",
      ["mx.expired.test", "--verify"],
      1,
      { cause: "untrusted", text: "the certificate has expired" },
    ],
    ["TLS 1.1 alone", ["mx.old.test"], 1, { step: "tls", cause: "handshake" }],
    ["TLS 1.1 where that is offered", ["mx.old.test", "--tls-min", "1.0"], 0, { tls: { version: "TLSv1.1" } }],
    ["454 to STARTTLS", ["mx.tempfail.test"], 3, { step: "tls", outcome: "deferred", reply: { code: 454 } }],
    ["a busy greeting", ["mx.busy.test"], 3, { step: "greeting", outcome: "deferred", status: "4.7.0" }],
    ["a greeting that turns it away", ["mx.shut.test"], 1, { step: "greeting", outcome: "refused", cause: "blocked" }],
    ["a name that it does not like", ["mx.choosy.test"], 3, { step: "ehlo", outcome: "deferred" }],
    ["a closed port", ["mx.closed.test"], 1, { step: "connect", cause: "refused" }],
    ["one that is dropped", ["mx.dropped.test"], 3, { step: "connect", cause: "silent" }],
    ["one that is prohibited", ["mx.prohibited.test"], 3, { step: "connect", cause: "no-way" }],
    ["a name that is not there", ["nowhere.healthy.test"], 1, { step: "connect", cause: "no-name" }],
    [
      "a message",
      ["mx.login.test", ...to, "--send", "--from", "bo@example.test"],
      0,
      { step: "data", outcome: "accepted" },
    ],
    [
      "one behind a proxy",
      [
        `mx.proxied.test`,
        ...to,
        "--body",
        "hello",
        "--from",
        "bo@example.test",
        "--proxy",
        "v2",
        "--proxy-from",
        "203.0.113.9",
      ],
      0,
      { step: "data" },
    ],
    ["behind a proxy of version 1", ["mx.proxied.test", "--proxy", "v1"], 0, { step: "tls" }],
    [
      "as another client",
      ["mx.login.test", "--xclient", "ADDR=203.0.113.9 NAME=other.test", "--quit-after", "xclient"],
      0,
      { step: "xclient", outcome: "accepted" },
    ],
    [
      "as another client, where that is not allowed",
      ["mx.healthy.test", "--xclient", "ADDR=203.0.113.9"],
      1,
      { cause: "no-xclient" },
    ],
  ])("%s", async (_, args, status, wanted) => {
    const found = await probe(args);
    expect({ args, ...found }).toMatchObject({ args, code: status, exit: status, ...wanted });
  });
});

describe("a login at Postfix, by the passwords of Dovecot", () => {
  it.concurrent.each(["plain", "login", "cram-md5", "scram-sha-256"])("%s", async (mechanism) => {
    const way = ["mx.login.test", ...login, "--mechanism", mechanism];
    expect(await probe(way)).toMatchObject({ outcome: "accepted", step: "auth", code: 0 });
    expect(await probe(way, "incorrect horse battery")).toMatchObject({
      outcome: "refused",
      cause: "login",
      code: 1,
    });
  });

  it.concurrent.each<[string, string[], number, object]>([
    ["the strongest is taken", [...login], 0, { mechanism: "SCRAM-SHA-256" }],
    ["none is offered without TLS", [...login, "--tls", "none", "--insecure"], 1, { cause: "no-auth" }],
  ])("%s", async (_, args, status, wanted) => {
    expect(await probe(["mx.login.test", ...args])).toMatchObject({ code: status, ...wanted });
  });
});

describe("a probe of a real Dovecot", () => {
  it.concurrent.each<[string, string[], object]>([
    ["IMAP", ["mx.login.test:143"], { protocol: "imap", step: "tls", distrust: [] }],
    ["IMAP in TLS", ["mx.login.test:993", "--verify"], { protocol: "imap", capabilities: { IMAP4REV1: "" } }],
    ["POP3", ["mx.login.test:110"], { protocol: "pop3", step: "tls" }],
    ["POP3 in TLS", ["mx.login.test:995"], { protocol: "pop3", capabilities: { UIDL: "" } }],
    [
      "LMTP",
      ["mx.login.test:24", "--tls", "none", "--to", account.user, "--send", "--from", "bo@example.test"],
      { protocol: "lmtp", step: "data" },
    ],
  ])("%s", async (_, args, wanted) => {
    const found = await probe(args);
    expect({ args, ...found }).toMatchObject({ args, code: 0, outcome: "accepted", ...wanted });
    expect(found.ip).toBe(ip(90));
  });
});
