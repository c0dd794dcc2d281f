import { toAscii } from "./idna.js";
import { familyOf } from "./syntax/address.js";
import { UsageError } from "./usage.js";

/**
 * A domain as a person writes it, made the name that is asked for: lower case, A-labels, no last dot. Throws a
 * UsageError that says which character is wrong.
 */
export function readDomain(text: string): string {
  const written = text.trim();
  const inside = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(written)?.[1];
  if (inside !== undefined) throw instead("a web address", inside.replace(/^www\./i, ""));
  const mailbox = /^[^@]*@([^@]+)$/.exec(written)?.[1];
  if (mailbox !== undefined) throw instead("a mail address", mailbox);
  if (familyOf(written)) throw new UsageError(`${written} is an address, not a domain.`, "name the domain it serves");
  const refuse = (why: string): UsageError => new UsageError(`"${written}" is not a domain name: ${why}.`);

  const name = written.replace(/[.。．｡]$/u, "");
  if (name === "") throw refuse("it is empty");
  for (let at = 0, from = 0; at <= name.length; at++) {
    if (at < name.length && !/[.。．｡]/u.test(name[at]!)) continue;
    if (at === from) throw refuse(`empty label at character ${at + 1}`);
    from = at + 1;
  }
  const ascii = /^[ -~]+$/.test(name) ? name.toLowerCase() : toAscii(name);
  if (ascii === undefined) throw refuse("it has characters that no domain name may have");
  const stray = /[^a-z0-9._-]/.exec(ascii);
  if (stray) throw refuse(`"${stray[0]}" at character ${stray.index + 1}`);
  const labels = ascii.split(".");
  const long = labels.find((label) => label.length > 63); // RFC 1035 §2.3.4
  if (long !== undefined) throw refuse(`a label of ${long.length} characters; 63 are allowed`);
  if (ascii.length > 253) throw refuse(`${ascii.length} characters; 253 are allowed`); // RFC 1035 §2.3.4
  const hyphened = labels.find((label) => label.startsWith("-") || label.endsWith("-"));
  if (hyphened !== undefined) throw refuse(`label "${hyphened}" begins or ends with a hyphen`); // RFC 1123 §2.1
  if (/^\d+$/.test(labels.at(-1)!)) throw refuse("its last label is a number"); // RFC 3696 §2
  return ascii;
}

const instead = (what: string, domain: string): UsageError =>
  new UsageError(`that is ${what}. Its domain: mailworthy ${domain.toLowerCase()}`);
