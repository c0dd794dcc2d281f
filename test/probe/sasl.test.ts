import { describe, expect, it } from "vitest";
import { exchange, type MechanismName, SaslError, strongest } from "../../src/probe/sasl.js";

const text = async (answer: Buffer | Promise<Buffer> | undefined): Promise<string> => String(await answer);

describe("mechanisms, by the examples of their RFCs", () => {
  it("PLAIN (RFC 4616 §4, RFC 4954 §4.1)", async () => {
    const { initial, answer } = exchange("PLAIN", { user: "tim", secret: "tanstaaftanstaaf" });
    expect(await text(initial)).toBe("\0tim\0tanstaaftanstaaf");
    expect(exchange("PLAIN", { user: "test", secret: "1234" }).initial!.toString("base64")).toBe("AHRlc3QAMTIzNA==");
    expect(() => answer(Buffer.from("more"))).toThrow(SaslError);
  });

  it("CRAM-MD5 (RFC 2195 §2)", async () => {
    const { initial, answer } = exchange("CRAM-MD5", { user: "tim", secret: "tanstaaftanstaaf" });
    const challenge = Buffer.from("PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+", "base64");
    expect(initial).toBeUndefined();
    expect((await answer(challenge)).toString("base64")).toBe("dGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw");
  });

  it("SCRAM-SHA-256 (RFC 7677 §3)", async () => {
    const nonce = "rOprNGfwEbeRWgbNEkqO";
    const { initial, answer } = exchange("SCRAM-SHA-256", { user: "user", secret: "pencil" }, nonce);
    expect(await text(initial)).toBe(`n,,n=user,r=${nonce}`);
    const first = "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";
    expect(await text(answer(Buffer.from(first)))).toBe(
      "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
    );
    expect(await text(answer(Buffer.from("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=")))).toBe("");
  });

  it("LOGIN, whatever the prompts say", async () => {
    const { answer } = exchange("LOGIN", { user: "ada", secret: "pencil" });
    expect(await text(answer(Buffer.from("Username:")))).toBe("ada");
    expect(await text(answer(Buffer.from("Password:")))).toBe("pencil");
    expect(() => answer(Buffer.from("PIN:"))).toThrow(SaslError);
  });

  it("XOAUTH2, with an empty answer to an error", async () => {
    const { initial, answer } = exchange("XOAUTH2", {
      user: "someuser@example.com",
      secret: "ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg",
    });
    expect(initial!.toString("base64")).toBe(
      "dXNlcj1zb21ldXNlckBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5LnZGOWRmdDRxbVRjMk52YjNSbGNrQmhkSFJoZG1semRHRXVZMjl0Q2cBAQ==",
    );
    expect(await text(answer(Buffer.from('{"status":"401"}')))).toBe("");
  });
});

describe("a server that does not keep to SCRAM", () => {
  const first = (challenge: string): Promise<Buffer> | Buffer =>
    exchange("SCRAM-SHA-256", { user: "user", secret: "pencil" }, "abc").answer(Buffer.from(challenge));

  it.each([
    ["another nonce", "r=xyz123,s=W22Z,i=4096"],
    ["our nonce and no more", "r=abc,s=W22Z,i=4096"],
    ["no salt", "r=abcd,i=4096"],
    ["iterations without end", "r=abcd,s=W22Z,i=2147483647"],
    ["iterations that are no number", "r=abcd,s=W22Z,i=1e9"],
    ["nothing", ""],
  ])("%s", async (_, challenge) => {
    await expect(async () => first(challenge)).rejects.toThrow(SaslError);
  });

  it.each(["v=AAAA", "v=", "e=other-error", ""])("a proof of %j", async (proof) => {
    const { answer } = exchange("SCRAM-SHA-256", { user: "user", secret: "pencil" }, "abc");
    await answer(Buffer.from("r=abcd,s=W22Z,i=4096"));
    await expect(async () => answer(Buffer.from(proof))).rejects.toThrow(SaslError);
  });
});

it.each<[string[], MechanismName | undefined]>([
  [["LOGIN", "PLAIN"], "PLAIN"],
  [["PLAIN", "SCRAM-SHA-256", "CRAM-MD5"], "SCRAM-SHA-256"],
  [["XOAUTH2", "GSSAPI"], undefined],
  [[], undefined],
])("of %j the strongest is %s", (offered, wanted) => {
  expect(strongest(offered)).toBe(wanted);
});
