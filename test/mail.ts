import type { Envelope, MessageTarget } from "mailworthy";
import { generateKeyPairSync, type KeyObject } from "node:crypto";

/** A message with line ends as on the wire, from lines. */
export const mail = (...lines: string[]): string => lines.join("\n").replace(/\r?\n/g, "\r\n");

/** A signer made for a test, and its record for the zone. */
export interface Signer {
  domain: string;
  selector: string;
  key: KeyObject;
  record: string;
}

export function signer(domain = "example.com", selector = "s1", type: "rsa" | "ed25519" = "rsa"): Signer {
  const { privateKey, publicKey } =
    type === "rsa" ? generateKeyPairSync("rsa", { modulusLength: 1024 }) : generateKeyPairSync("ed25519");
  const der = publicKey.export({ type: "spki", format: "der" });
  const p = (type === "rsa" ? der : der.subarray(-32)).toString("base64");
  return {
    domain,
    selector,
    key: privateKey,
    record: `${selector}._domainkey.${domain} TXT "v=DKIM1; k=${type}; p=${p}"`,
  };
}

/** What a signer may do otherwise than as usual. */
export interface How {
  headerList?: string[];
  maxBodyLength?: number;
  algorithm?: string;
  signTime?: Date;
  expires?: Date;
}

/** The message with signatures put before it, that of the first signer on top. */
export async function signed(message: string, signers: readonly Signer[], how: How = {}): Promise<string> {
  const { dkimSign } = await import("mailauth/lib/dkim/sign.js");
  const { signatures, errors } = await dkimSign(Buffer.from(message, "latin1"), {
    signTime: new Date("2026-01-01"),
    ...how,
    canonicalization: "relaxed/relaxed",
    signatureData: signers.map(({ domain, selector, key }) => ({
      signingDomain: domain,
      selector,
      privateKey: key.export({ type: "pkcs8", format: "pem" }) as string,
      ...how,
    })),
  } as never);
  if (errors?.length) throw new Error(JSON.stringify(errors));
  return signatures + message;
}

/** A plain letter; fields are added on top or taken the place of, by their name. */
export function letter(fields: Record<string, string> = {}, body = "Hello,\n\nhow are you?\n"): string {
  const usual: Record<string, string> = {
    From: "Ann <ann@example.com>",
    To: "Bob <bob@receiver.example>",
    Subject: "Greetings",
    Date: "Thu, 01 Jan 2026 00:00:00 +0000",
    "Message-ID": "<2026.1@example.com>",
  };
  const own = Object.entries(fields).filter(([name]) => !(name in usual));
  const rest = Object.entries({ ...usual, ...fields }).filter(([name]) => name in usual && fields[name] !== "");
  return mail(...[...own, ...rest].map(([name, value]) => `${name}: ${value}`), "", body);
}

/** What a receiver writes on top. */
export const received = (
  ip = "192.0.2.25",
  protocol = "ESMTPS",
  by = "mx.receiver.example",
): Record<string, string> => ({
  "Return-Path": "<bounces@example.com>",
  Received: `from out.example.com (out.example.com [${ip}]) by ${by} with ${protocol} id 1; Thu, 01 Jan 2026 00:00:05 +0000`,
});

/** A world's file and target for a message. */
export const about = (
  message: string,
  envelope?: Envelope,
): { files: Record<string, string>; target: MessageTarget } => ({
  files: { "m.eml": message },
  target: { message: "m.eml", ...(envelope && { envelope }) },
});

/** The message as a forwarder passes it on that seals what it found (RFC 8617). */
export async function sealed(message: string, { domain, selector, key }: Signer): Promise<string> {
  const { sealMessage } = await import("mailauth/lib/arc/index.js");
  const headers = await sealMessage(Buffer.from(message, "latin1"), {
    signingDomain: domain,
    selector,
    privateKey: key.export({ type: "pkcs8", format: "pem" }) as string,
    authResults: `${domain}; spf=pass`,
    cv: "none",
  } as never);
  return headers.toString("latin1") + message;
}
