import { familyOf } from "./syntax/address.js";
import { UsageError } from "./usage.js";

/** What a user says about a domain that DNS cannot tell, read as strictly wherever it is said. */

/** A DKIM selector, in lower case. Underscores are let through: standards have none, signers do. */
export function readSelector(text: string): string {
  if (text.split(".").every((label) => /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/i.test(label))) return text.toLowerCase();
  throw new UsageError(`"${text}" is not a DKIM selector.`, "it is s= of a DKIM-Signature, such as s1");
}

/** An address that sends, or the word `spf` or `mx` for those that they name. */
export function readSender(text: string): string {
  if (text === "spf" || text === "mx" || familyOf(text) !== undefined) return text;
  throw new UsageError(`"${text}" is not an address that sends.`, "an IP address such as 192.0.2.25, or spf, or mx");
}
