import { isAddress } from "./address.js";
import { uncommented } from "./comments.js";
import { parseDate } from "./mail-date.js";

/** One hop of a message, as the host that took it wrote it down (RFC 5321 §4.4). Programs differ; reading is lenient. */
export interface Hop {
  /** What the client called itself; null where the field does not tell. */
  helo: string | null;
  /** The address of the client, and the name that the host found for it. */
  ip: string | null;
  name: string | null;
  /** The host that wrote the field. */
  by: string | null;
  /** `with`, in upper case: ESMTPS. */
  protocol: string | null;
  /** Whether it came by TLS; null where the field does not tell. */
  tls: boolean | null;
  /** ISO 8601, UTC. */
  at: string | null;
}

/** Protocols that say whether TLS was used (RFC 3848, RFC 6531 §4.3). */
const plain = new Set(["SMTP", "ESMTP", "ESMTPA", "LMTP", "LMTPA", "UTF8SMTP", "UTF8SMTPA", "UTF8LMTP", "UTF8LMTPA"]);
const secure = new Set(["ESMTPS", "ESMTPSA", "LMTPS", "LMTPSA", "UTF8SMTPS", "UTF8SMTPSA", "UTF8LMTPS", "UTF8LMTPSA"]);
/** What programs write of TLS in a comment: `version=TLS1_3`, `using TLSv1.2 with cipher`, `(TLS) tls`. */
const mentions = /\bTLS(?:v?1|_|\b)|\bcipher[ =]/i;

/** Longer fields are cut: none that a host writes is. */
const most = 4_000;

export function parseReceived(value: string): Hop {
  const semicolon = value.lastIndexOf(";");
  const clauses = (semicolon < 0 ? value : value.slice(0, semicolon)).slice(0, most).replace(/\s+/g, " ").trim();
  const { text, comments } = uncommented(clauses);
  const from = /^from ([^\s;]+)/i.exec(clauses)?.[1] ?? null;
  const origin = /^from [^\s;]+ ?(.*?)(?= by |$)/i.exec(clauses)?.[1] ?? "";
  const after = (word: string): string | null =>
    new RegExp(`(?:^| )${word} +([^\\s;]+)`, "i").exec(text)?.[1]?.replace(/[;,]+$/, "") ?? null;
  const protocol = after("with")?.toUpperCase() ?? null;
  const ip = (from === null ? null : addressIn(origin)) ?? (from === null ? null : addressIn(from));
  return {
    helo: from === null ? null : heloOf(from, origin),
    ip,
    name: from === null ? null : nameIn(origin),
    by: after("by")?.replace(/\.$/, "").toLowerCase() ?? null,
    protocol,
    tls:
      comments.some((comment) => mentions.test(comment)) || (protocol !== null && secure.has(protocol))
        ? true
        : protocol !== null && plain.has(protocol)
          ? false
          : null,
    at: semicolon < 0 ? null : (parseDate(value.slice(semicolon + 1))?.at ?? null),
  };
}

/** The first address in brackets or parentheses, or one that stands alone (RFC 5321 §4.1.3 for literals). */
function addressIn(text: string): string | null {
  for (const [, word] of text
    .slice(0, 500)
    .matchAll(/[[(\s]?([0-9A-Fa-f:.]{3,45}|IPv6:[0-9A-Fa-f:.]{2,45})(?=[\])\s,]|$)/gi)) {
    const address = word!.replace(/^IPv6:/i, "");
    if (isAddress(address)) return address.toLowerCase();
  }
  return null;
}

/** The name that was looked up, which stands before the address in the comment; `unknown` is none. */
function nameIn(origin: string): string | null {
  const name = /\(([A-Za-z0-9._-]+)\.? \[/.exec(origin.slice(0, 500))?.[1];
  return name === undefined || name.toLowerCase() === "unknown" ? null : name.toLowerCase();
}

/** Some hosts put the looked-up name first and say `helo=` in the comment. */
function heloOf(from: string, origin: string): string {
  return (/\bhelo[= ]\[?([^\s\])]+)/i.exec(origin.slice(0, 500))?.[1] ?? from).replace(/\.$/, "").toLowerCase();
}
