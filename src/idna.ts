import { domainToUnicode } from "node:url";
import { isLdh, nameFault } from "./syntax/domain-name.js";
import { encodePunycode } from "./syntax/punycode.js";

/**
 * A name in any script as it stands in DNS, its labels A-labels: UTS 46, non-transitional, with the checks of hyphens,
 * STD 3 and lengths that URL parsers leave out. Nothing for what is no host name.
 */
export function toAscii(name: string): string | undefined {
  if (/[^\P{ASCII}A-Za-z0-9.-]/u.test(name.normalize("NFKC"))) return undefined; // what ends a host in a URL, or quotes
  // A last label that is not ASCII has the rest looked at in full, and keeps numbers from being taken for an address.
  const mapped = domainToUnicode(`${name}.${sentinel}`);
  if (!mapped.endsWith(`.${sentinel}`)) return undefined;
  const labels = mapped.slice(0, -sentinel.length - 1).split(".");
  if (labels.some((label) => label.startsWith("-") || label.endsWith("-") || label.slice(2, 4) === "--"))
    return undefined;
  const encoded = labels.map((label) => (isAscii(label) ? label : `xn--${encodePunycode(label)}`));
  const ascii = encoded.join(".");
  return nameFault(ascii) === undefined && encoded.every(isLdh) ? ascii : undefined;
}

const sentinel = "\u00fc";

const isAscii = (text: string): boolean => /^\p{ASCII}*$/u.test(text);
