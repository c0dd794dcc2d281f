import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { bounds } from "../bounds.js";

/** Mechanisms that can be asked for, the one to prefer first. XOAUTH2 takes a token, so it is never chosen by itself. */
export const mechanisms = ["SCRAM-SHA-256", "CRAM-MD5", "PLAIN", "LOGIN", "XOAUTH2"] as const;
export type MechanismName = (typeof mechanisms)[number];

export interface Credentials {
  user: string;
  /** The password, or for XOAUTH2 the token. */
  secret: string;
}

/** One login: what is said at once, if anything, and what is answered to each challenge. */
export interface Exchange {
  initial?: Buffer;
  /** Throws a SaslError where the server does not keep to the mechanism. */
  answer(challenge: Buffer): Buffer | Promise<Buffer>;
}

/** The server said something that the mechanism does not have, or cannot prove that it knows the password. */
export class SaslError extends Error {
  override name = "SaslError";
}

/** The strongest of the mechanisms that a server offers; undefined where there is none. */
export const strongest = (offered: readonly string[]): MechanismName | undefined =>
  mechanisms.find((name) => name !== "XOAUTH2" && offered.includes(name));

/** Begins a login; `nonce` stands for the random one in a test with known answers. */
export function exchange(mechanism: MechanismName, login: Credentials, nonce?: string): Exchange {
  return {
    PLAIN: () => once(`\0${login.user}\0${login.secret}`), // RFC 4616 §2
    XOAUTH2: () => once(`user=${login.user}\x01auth=Bearer ${login.secret}\x01\x01`, ""), // an error is told in a challenge
    LOGIN: () => inTurn([login.user, login.secret]),
    "CRAM-MD5": () => ({ answer: (challenge: Buffer) => cram(login, challenge) }),
    "SCRAM-SHA-256": () => scram(login, nonce ?? randomBytes(18).toString("base64")),
  }[mechanism]();
}

const once = (text: string, ...after: string[]): Exchange => ({ initial: Buffer.from(text), ...inTurn(after) });

function inTurn(texts: readonly string[]): Exchange {
  const left = [...texts];
  return {
    answer() {
      const next = left.shift();
      if (next === undefined) throw new SaslError("the server asks for more than the mechanism has");
      return Buffer.from(next);
    },
  };
}

/** RFC 2195 §2. */
function cram({ user, secret }: Credentials, challenge: Buffer): Buffer {
  if (challenge.length === 0) throw new SaslError("the server sends no challenge");
  return Buffer.from(`${user} ${createHmac("md5", secret).update(challenge).digest("hex")}`);
}

const derived = promisify(pbkdf2);
const hmac = (key: Buffer, text: string | Buffer): Buffer => createHmac("sha256", key).update(text).digest();

/** RFC 5802 §3, §5, with SHA-256 (RFC 7677). No channel is bound. */
function scram({ user, secret }: Credentials, nonce: string): Exchange {
  const name = user.replaceAll("=", "=3D").replaceAll(",", "=2C");
  const first = `n=${name},r=${nonce}`;
  let proof: { signature: Buffer } | undefined;
  let done = false;

  async function last(challenge: string): Promise<Buffer> {
    const { r = "", s = "", i = "" } = attributes(challenge);
    if (!r.startsWith(nonce) || r.length === nonce.length) throw new SaslError("the server answers with another nonce");
    const iterations = Number(i);
    if (!/^[1-9]\d{0,9}$/.test(i) || s === "") throw new SaslError("the server's challenge is not one of SCRAM");
    if (iterations > bounds.probe.iterations) throw new SaslError(`the server wants ${i} iterations, too many`);
    const salted = await derived(prepared(secret), Buffer.from(s, "base64"), iterations, 32, "sha256");
    const clientKey = hmac(salted, "Client Key");
    const bare = `c=biws,r=${r}`;
    const message = `${first},${challenge},${bare}`;
    const signature = hmac(createHash("sha256").update(clientKey).digest(), message);
    proof = { signature: hmac(hmac(salted, "Server Key"), message) };
    return Buffer.from(
      `${bare},p=${Buffer.from(clientKey.map((octet, at) => octet ^ signature[at]!)).toString("base64")}`,
    );
  }

  function verified(challenge: string, signature: Buffer): Buffer {
    const { v = "", e } = attributes(challenge);
    if (e !== undefined) throw new SaslError(`the server says ${e}`);
    const shown = Buffer.from(v, "base64");
    if (shown.length !== signature.length || !timingSafeEqual(shown, signature))
      throw new SaslError("the server cannot prove that it knows the password"); // RFC 5802 §3
    done = true;
    return Buffer.alloc(0);
  }

  return {
    initial: Buffer.from(`n,,${first}`),
    async answer(challenge) {
      if (done) throw new SaslError("the server asks for more than the mechanism has");
      const text = challenge.toString("utf8");
      return proof ? verified(text, proof.signature) : last(text);
    },
  };
}

function attributes(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(",").flatMap((one) => (/^[a-z]=/.test(one) ? [[one[0]!, one.slice(2)] as const] : [])),
  );
}

/** A password as SASLprep has it, as far as Unicode's own normal form goes (RFC 4013 §2). */
const prepared = (password: string): string =>
  password
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .replace(/\u00ad|\u200b/g, "")
    .normalize("NFKC");
