import { describe, expect, it } from "vitest";
import { NetError, type SmtpSession, type Tls } from "../../src/net/net.js";
import { converse } from "../../src/net/smtp/session.js";
import { dialogue, TranscriptError } from "../../src/testing/dialogue.js";

const place = { host: "mx1.example.com", ip: "192.0.2.25", port: 25 };

async function played(text: string, implicit = false): Promise<{ session: SmtpSession; strayed: string[] }> {
  const strayed: string[] = [];
  const opened = dialogue(text, ({ message }) => strayed.push(message))();
  if ("refused" in opened) throw new Error("refused");
  return { session: await converse(opened.wire, { ...place, implicit }), strayed };
}

/** A transcript with this behind STARTTLS. */
const secured = (rest: string): string => `
  S: 220 mx1.example.com ESMTP
  C: EHLO *
  S: 250-mx1.example.com
  S: 250 STARTTLS
  C: STARTTLS
  S: 220 go ahead
  ${rest}`;

async function tlsOf(line: string): Promise<Tls> {
  const { session, strayed } = await played(secured(`${line}\nC: EHLO *\nS: 250 mx1.example.com`));
  expect(strayed).toEqual([]);
  return session.tls!;
}

describe("a transcript", () => {
  it("is spoken to its end", async () => {
    const { session, strayed } = await played(secured("TLS: mx1.example.com\nC: EHLO *\nS: 250 mx1.example.com"));
    expect(strayed).toEqual([]);
    expect(session.broke).toBeUndefined();
    expect(session.steps.map(({ from }) => from).join(" ")).toBe(
      "server client server server client server note client server client",
    );
  });

  it("may begin with TLS", async () => {
    const { session } = await played("TLS: mx1.example.com\nS: 220 hi\nC: EHLO *\nS: 250 hi\nC: QUIT", true);
    expect(session).toMatchObject({ tls: { version: "TLSv1.3" }, greeting: { code: 220 }, hello: { verb: "EHLO" } });
  });

  it("may turn the client away", async () => {
    const { session } = await played("S: 421 4.7.0 too many connections");
    expect(session).toMatchObject({ greeting: { code: 421 } });
    expect(session).not.toHaveProperty("hello");
  });

  it("lets time pass", async () => {
    const { session } = await played("wait 12000\nS: 220 hi\nwait 500\nC: EHLO *\nS: 250 hi");
    expect(session.greetingTook).toBe(12_000);
    expect(session.broke).toBeUndefined();
  });

  it.each([
    ["wait 40000\nS: 220 hi", { step: "greeting", code: "timeout" }],
    ["S: 220-a\nwait 20000\nS: 220-b\nwait 20000\nS: 220 c", { step: "greeting", code: "timeout" }],
    ["!reset", { step: "greeting", code: "reset" }],
    ["S: SSH-2.0", { step: "greeting", code: "malformed", text: "SSH-2.0" }],
    ["S: 220 hi\n!timeout", { step: "hello", code: "timeout" }],
    ["S: 220 hi\nC: EHLO *\n!busy", { step: "hello", code: "busy" }],
    [secured("!tls"), { step: "tls", code: "tls" }],
    [secured("wait 16000\nTLS: mx1.example.com"), { step: "tls", code: "timeout" }],
    [secured("TLS: !alert handshake_failure"), { step: "tls", code: "tls", alert: "handshake_failure" }],
    [secured("TLS: !text HTTP/1.1 400"), { step: "tls", code: "tls", text: "HTTP/1.1 400" }],
    [secured("TLS: !text 421 later"), { step: "tls", code: "busy" }],
    [secured("TLS: mx1.example.com\nC: EHLO *\n!reset"), { step: "hello-again", code: "reset" }],
  ])("ends early: %j", async (text, expected) => {
    const { session, strayed } = await played(text);
    expect(session.broke).toMatchObject(expected);
    expect(strayed).toEqual([]);
  });

  it("has plain text behind STARTTLS", async () => {
    const { session } = await played(secured("S: 250 injected\nTLS: a.example\nC: EHLO *\nS: 250 a"));
    expect(session.early).toBe("250 injected");
  });

  it("does not open", () => {
    expect(dialogue("!refused", () => {})()).toEqual({ refused: true });
    expect(() => dialogue("!timeout", () => {})()).toThrow(NetError);
  });

  it.each([
    ["S 220 hi", /not a line of a transcript: S 220 hi/],
    ["S: 220 hi\nC: HELO *\nS: 250 hi", /wants "HELO \*", the client said "EHLO mailworthy.invalid"/],
    ["S: 220 hi", /goes on with "its end", not with C: EHLO/],
    ["S: 220 hi\nC: EHLO *\nS: 250 hi\nC: STARTTLS", /wants "STARTTLS", the client said "QUIT"/],
    [secured("TLS: mx1.example.com colour=red"), /"colour" means nothing behind TLS:/],
    [secured("TLS: mx1.example.com trust=perhaps"), /trust is no "perhaps"/],
  ])("that the client strays from is an error: %j", async (text, message) => {
    const strayed: string[] = [];
    const talk = async (): Promise<void> => {
      const opened = dialogue(text, (error) => strayed.push(error.message))();
      if ("wire" in opened) await converse(opened.wire, place);
    };
    await expect(talk()).rejects.toThrow(TranscriptError);
    expect(strayed.join("\n")).toMatch(message);
  });
});

describe("a handshake in a transcript", () => {
  it("has what is usual where nothing is said", async () => {
    expect(await tlsOf("TLS: MX1.example.com, *.example.net")).toMatchObject({
      version: "TLSv1.3",
      cipher: "TLS_AES_256_GCM_SHA384",
      trust: { ok: true, root: "CN=Test Root" },
      chain: [
        {
          subject: "CN=MX1.example.com",
          issuer: "CN=Test CA",
          names: ["mx1.example.com", "*.example.net"],
          notBefore: "2025-12-01T00:00:00Z",
          notAfter: "2030-01-01T00:00:00Z",
          key: { type: "ec", curve: "P-256", bits: 256 },
          selfSigned: false,
          ca: false,
        },
      ],
    });
  });

  it("has all that is said", async () => {
    const line =
      "TLS: mx1.example.com 192.0.2.25 2001:DB8::1 until 2026-02-01T06:00:00Z from=2026-01-01 key=rsa1024 cn=old.example " +
      'issuer="O=Some CA, C=DE" signature=sha1WithRSAEncryption version=TLSv1 cipher=TLS_X group="DH 1024" ' +
      "sha256=aa spki=bb der=cc serial=05 trust=untrusted-root";
    expect(await tlsOf(line)).toMatchObject({
      version: "TLSv1",
      cipher: "TLS_X",
      group: "DH 1024",
      trust: { ok: false, problem: "untrusted-root" },
      chain: [
        {
          commonName: "old.example",
          issuer: "O=Some CA, C=DE",
          names: ["mx1.example.com"],
          ips: ["192.0.2.25", "2001:db8::1"],
          notBefore: "2026-01-01T00:00:00Z",
          notAfter: "2026-02-01T06:00:00Z",
          key: { type: "rsa", bits: 1024 },
          signature: "sha1WithRSAEncryption",
          sha256: "aa",
          spkiSha256: "bb",
          der: "cc",
          serial: "05",
        },
      ],
    });
  });

  it("has a name in the subject alone, or none at all", async () => {
    const [only] = (await tlsOf("TLS: - cn=mx1.example.com")).chain;
    expect(only).toMatchObject({ commonName: "mx1.example.com", names: [] });
    const [none] = (await tlsOf("TLS: mx1.example.com cn=- key=ed25519 trust=self-signed")).chain;
    expect(none).toMatchObject({ subject: "O=Test", issuer: "O=Test", selfSigned: true, key: { type: "ed25519" } });
    expect(none).not.toHaveProperty("commonName");
  });

  it("has the certificates sent along, each issued by the next", async () => {
    const { chain } = await tlsOf('TLS: mx1.example.com chain=3\nTLS+: - cn="Example CA" until 2026-01-15 key=rsa1024');
    expect(chain.map(({ subject, issuer, ca, notAfter }) => [subject, issuer, ca, notAfter.slice(0, 10)])).toEqual([
      ["CN=mx1.example.com", "CN=Example CA", false, "2030-01-01"],
      ["CN=Example CA", "CN=Test CA 2", true, "2026-01-15"],
      ["CN=Test CA 2", "CN=Test Root", true, "2030-01-01"],
    ]);
  });
});
