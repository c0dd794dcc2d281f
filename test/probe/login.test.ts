import { createHash, createHmac, pbkdf2Sync } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { describe, expect, it, onTestFinished } from "vitest";
import type { MechanismName } from "../../src/probe/sasl.js";
import { against, credentials, probed, serve } from "./server.js";

const [user, secret] = ["ada@example.com", "correct horse"];

/** A well-behaved server that knows one account. */
async function knowing(): Promise<number> {
  const server = new SMTPServer({
    disableReverseLookup: true,
    logger: false,
    ...credentials,
    authMethods: ["PLAIN", "LOGIN", "CRAM-MD5", "XOAUTH2"],
    onAuth(auth, _, done) {
      const right =
        auth.method === "CRAM-MD5"
          ? auth.validatePassword(secret)
          : auth.method === "XOAUTH2"
            ? auth.accessToken === secret
            : auth.password === secret;
      if (right && auth.username === user) done(null, { user });
      else done(Object.assign(new Error("5.7.8 Authentication credentials invalid"), { responseCode: 535 }));
    },
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  onTestFinished(() => new Promise<void>((closed) => server.close(closed)));
  return (server.server.address() as AddressInfo).port;
}

describe("a login at a well-behaved server", () => {
  it.each<MechanismName>(["PLAIN", "LOGIN", "CRAM-MD5", "XOAUTH2"])("by %s", async (mechanism) => {
    const port = await knowing();
    const good = await probed(port, { auth: { user, secret, mechanism } });
    expect(good).toMatchObject({ outcome: "accepted", step: "auth", mechanism, exit: 0 });
    const bad = await probed(port, { auth: { user, secret: "wrong", mechanism } });
    expect(bad).toMatchObject({ outcome: "refused", step: "auth", cause: "login", exit: 1, reply: { code: 535 } });
    const shown = JSON.stringify([good.turns, bad.turns]);
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(Buffer.from(secret).toString("base64").slice(0, 12));
  });

  it("by the strongest that it offers", async () => {
    expect(await probed(await knowing(), { auth: { user, secret } })).toMatchObject({ mechanism: "CRAM-MD5", exit: 0 });
  });
});

describe("SCRAM-SHA-256", () => {
  const hmac = (key: Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
  const base64 = (text: string | Buffer): string => Buffer.from(text).toString("base64");

  /** The server's side; `proof` may change what it says last. */
  const scram = (password: string, proof = (signature: string) => signature) =>
    against(
      async (talk) => {
        talk.say("220 mx1\r\n");
        await talk.answer("250-mx1\r\n250 AUTH PLAIN SCRAM-SHA-256\r\n");
        const first = Buffer.from((await talk.hear()).split(" ")[2]!, "base64")
          .toString()
          .slice(3);
        const nonce = `${/r=(.*)$/.exec(first)![1]}server`;
        const challenge = `r=${nonce},s=${base64("salt")},i=4096`;
        talk.say(`334 ${base64(challenge)}\r\n`);
        const last = Buffer.from(await talk.hear(), "base64").toString();
        const [bare, shown] = last.split(",p=") as [string, string];
        const salted = pbkdf2Sync(secret, "salt", 4096, 32, "sha256");
        const message = `${first},${challenge},${bare}`;
        const key = hmac(salted, "Client Key");
        const signature = hmac(createHash("sha256").update(key).digest(), message);
        const wanted = base64(Buffer.from(key.map((octet, at) => octet ^ signature[at]!)));
        if (shown !== wanted) {
          talk.say("535 5.7.8 no\r\n");
          await talk.answer("221 bye\r\n");
          return;
        }
        const proven = base64(hmac(hmac(salted, "Server Key"), message));
        talk.say(`334 ${base64(`v=${proof(proven)}`)}\r\n`);
        await talk.answer("235 2.7.0 welcome\r\n", "221 bye\r\n");
      },
      { auth: { user, secret: password } },
    );

  it("logs in where both sides know the password", async () => {
    const { found, said } = await scram(secret);
    expect(found).toMatchObject({ outcome: "accepted", mechanism: "SCRAM-SHA-256" });
    // From a salt and what was made with it a password can be guessed at leisure.
    expect(said.filter((line) => line.startsWith("< 334"))).toEqual(["< 334 (a challenge)", "< 334 (a challenge)"]);
  });

  it("is refused where this side does not", async () => {
    expect((await scram("wrong")).found).toMatchObject({ outcome: "refused", cause: "login" });
  });

  it("is called off where the other side does not", async () => {
    const { found, heard } = await scram(secret, (proof) => `A${proof.slice(1)}B`);
    expect(found).toMatchObject({ outcome: "refused", cause: "mechanism" });
    expect(heard).toContain("*");
  });
});

describe("a login that is not tried, or not taken", () => {
  const auth = { user, secret };
  const offers = { EHLO: "250-mx1\r\n250 AUTH PLAIN LOGIN\r\n" };

  it.each<[string, Record<string, string>, object, object]>([
    ["none is offered", {}, { auth }, { cause: "no-auth", outcome: "refused", exit: 1 }],
    ["another is offered", offers, { auth: { ...auth, mechanism: "CRAM-MD5" } }, { cause: "no-auth", exit: 1 }],
    [
      "the service behind it is down",
      { ...offers, AUTH: "454 4.7.0 Temporary failure\r\n" },
      { auth },
      { cause: "login-later", outcome: "deferred", exit: 3 },
    ],
    [
      "TLS is wanted first",
      { ...offers, AUTH: "538 5.7.11 Encryption required\r\n" },
      { auth },
      { cause: "login-tls", exit: 1 },
    ],
    [
      "the mechanism is too weak",
      { ...offers, AUTH: "534 5.7.9 Mechanism is too weak\r\n" },
      { auth },
      { cause: "mechanism", exit: 1 },
    ],
    [
      "the account is disabled",
      { ...offers, AUTH: "525 5.7.13 Account disabled\r\n" },
      { auth },
      { cause: "login", exit: 1 },
    ],
  ])("%s", async (_, replies, wish, wanted) => {
    const { found } = await against((talk) => serve(talk, replies), wish);
    expect(found).toMatchObject({ step: "auth", ...wanted });
  });

  it.each([
    ["without TLS", offers, {}, /not encrypted/],
    [
      "where the certificate is for another name",
      { EHLO: "250-mx1\r\n250-AUTH PLAIN\r\n250 STARTTLS\r\n" },
      { sni: "mx2.example.com" },
      /does not name/,
    ],
  ])("%s nothing is sent to another machine", async (_, replies, wish, why) => {
    const far = { ...wish, auth };
    const { found, heard } = await against((talk) => serve(talk, replies), far, { as: "198.51.101.25" });
    expect(found).toMatchObject({
      cause: "unsafe",
      outcome: "unknown",
      exit: 3,
      text: expect.stringMatching(why) as string,
    });
    expect(heard.filter((line) => line.startsWith("AUTH"))).toEqual([]);
    const dared = await against(
      (talk) => serve(talk, { ...replies, AUTH: "235 ok\r\n" }),
      { ...far, insecure: true },
      { as: "198.51.101.25" },
    );
    expect(dared.found).toMatchObject({ outcome: "accepted", step: "auth" });
  });
});
