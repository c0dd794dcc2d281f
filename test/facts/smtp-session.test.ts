import { facts } from "mailworthy";
import { worldNet, type World } from "mailworthy/testing";
import { describe, expect, it } from "vitest";
import { Evidence } from "../../src/evidence.js";
import type { Here, Known } from "../../src/fact.js";
import { secured, upTo } from "../checks/mail-host.js";

const of = { host: "mx1.example.com", ip: "192.0.2.25" };

function evidence(transcript: string, more: World = {}, here: Partial<Here> = {}): Evidence {
  return new Evidence(worldNet({ smtp: { "mx1.example.com:25": transcript }, ...more }), here);
}

const codeOf = (known: Known<unknown>): string | undefined => (known.state === "unknown" ? known.code : undefined);
const causeOf = (known: Known<unknown>): string | undefined =>
  known.state === "unknown" ? known.because?.id : undefined;

describe("a session with nobody there", () => {
  const blocked: World = { zone: "control.example A 198.51.100.25", ports: { "control.example:443": "open" } };
  const here = { controls: ["control.example"] };

  it.each(["!timeout", "!refused"])(
    "says nothing about the host where port 25 is shut here: %s",
    async (transcript) => {
      const known = await evidence(transcript, blocked, here).get(facts.smtpSession, of);
      expect(known).toMatchObject({ state: "unknown", code: "blocked" });
      expect(causeOf(known)).toBe("env/outbound-25");
    },
  );

  it("is the host's own silence where another one answers", async () => {
    const open: World = { ...blocked, ports: { "control.example:25": "open" } };
    const known = await evidence("!timeout", open, here).get(facts.smtpSession, of);
    expect([codeOf(known), causeOf(known)]).toEqual(["timeout", "tcp 192.0.2.25:25"]);
    const refused = await evidence("!refused", open, here).get(facts.smtpSession, of);
    expect(refused).toMatchObject({ state: "known", value: { outcome: "refused" } });
  });

  it.each(["127.0.0.1", "::1", "10.1.2.3", "fd00::1"])("is the host's own, whatever is shut, for %s", async (ip) => {
    const known = await evidence("!refused", blocked, here).get(facts.smtpSession, { ...of, ip });
    expect(known).toMatchObject({ state: "known", value: { outcome: "refused" } });
  });
});

describe("a closed port", () => {
  it.each([facts.greeting, facts.banner, facts.hello, facts.startTls, facts.handshake, facts.tls, facts.certificate])(
    "certainly has no $id",
    async (fact) => {
      expect(await evidence("!refused").get<"address", unknown>(fact, of)).toEqual({
        state: "absent",
        reason: "mx1.example.com [192.0.2.25] refuses connections on port 25",
      });
    },
  );
});

describe("a session that breaks", () => {
  const parts = [facts.greeting, facts.hello, facts.startTls, facts.tls, facts.helloAgain] as const;
  const known = async (transcript: string): Promise<string[]> => {
    const gathered = evidence(transcript);
    const states = await Promise.all(parts.map((fact) => gathered.get<"address", unknown>(fact, of)));
    return states.map(({ state }) => state);
  };

  it("keeps what came before", async () => {
    const [yes, no] = ["known", "unknown"];
    expect(await known("!reset")).toEqual([no, no, no, no, no]);
    expect(await known("S: 220 mx1.example.com\nC: EHLO *\n!reset")).toEqual([yes, no, no, no, no]);
    expect(await known(upTo("!timeout"))).toEqual([yes, yes, no, no, no]);
    expect(await known(secured("!reset", ""))).toEqual([yes, yes, yes, no, no]);
    expect(await known(secured("TLS: mx1.example.com", "C: EHLO *\n!reset"))).toEqual([yes, yes, yes, yes, no]);
    expect(await known(secured("TLS: mx1.example.com"))).toEqual([yes, yes, yes, yes, yes]);
  });

  it("shows how far it went, and is one cause", async () => {
    const gathered = evidence("S: 220 mx1.example.com\nC: EHLO *\n!reset");
    const hello = await gathered.get(facts.hello, of);
    expect(hello).toMatchObject({
      reason: "mx1.example.com [192.0.2.25]: the server closed the connection",
      because: { id: "smtp 192.0.2.25" },
      seen: [{ kind: "transcript", steps: [{ text: "220 mx1.example.com" }, { from: "client" }, { from: "note" }] }],
    });
    expect(causeOf(await gathered.get(facts.certificate, of))).toBe("smtp 192.0.2.25");
  });
});

describe("the steps of a session", () => {
  it("go to the part they belong to", async () => {
    const gathered = evidence(secured("TLS: mx1.example.com"));
    const texts = async (fact: (typeof facts)["greeting" | "hello" | "startTls" | "helloAgain"]) => {
      const part = await gathered.get<"address", { steps: { text: string }[] }>(fact, of);
      return part.state === "known" ? part.value.steps.map(({ text }) => text) : [];
    };
    expect(await texts(facts.greeting)).toEqual(["220 mx1.example.com ESMTP"]);
    expect(await texts(facts.hello)).toEqual(["EHLO mailworthy.invalid", "250-mx1.example.com", "250 STARTTLS"]);
    expect(await texts(facts.startTls)).toEqual(["STARTTLS", "220 go ahead", "TLSv1.3, TLS_AES_256_GCM_SHA384"]);
    expect(await texts(facts.helloAgain)).toEqual(["EHLO mailworthy.invalid", "250 mx1.example.com"]);
  });
});
