import { defineFact, isAbsent } from "../../fact.js";
import { parseSpf } from "../../syntax/spf.js";
import { spf } from "./spf.js";

/** A place where a blank is missing between two character-strings of a record: they are joined as they are. */
export interface SpfJoin {
  before: string;
  after: string;
}

/** How the SPF record of a domain is cut into character-strings, and where a blank got lost (RFC 7208 §3.3). */
export const spfJoins = defineFact({
  id: "spf-joins",
  of: "domain",
  async gather(domain, { ask }) {
    const found = await ask(spf, domain);
    if (isAbsent(found)) return found;
    const { answer, record } = found;
    const strings = answer.records[0]?.data ?? [];
    const lost = strings.flatMap((after, at) => {
      const before = strings.slice(0, at).join("");
      return at > 0 && isLost(before, after, strings.slice(at + 1).join("")) ? [at] : [];
    });
    const joins = lost.map((at): SpfJoin => ({ before: lastWord(strings[at - 1]!), after: firstWord(strings[at]!) }));
    const mended = strings.map((text, at) => (lost.includes(at) ? ` ${text}` : text)).join("");
    return { answer, record, strings: strings.length, joins, mended };
  },
});

/** With a blank there are fewer faults; or what follows can only begin a term, and is read as part of a name. */
function isLost(before: string, after: string, rest: string): boolean {
  if (before.endsWith(" ") || after.startsWith(" ")) return false;
  const as = faultsIn(`${before}${after}${rest}`);
  const apart = faultsIn(`${before} ${after}${rest}`);
  return apart < as || (apart === as && beginning.test(after) && /\w$/.test(before));
}

const beginning = /^(?:[-~?+]all(?: |$)|[-~?+]?(?:include|exists|ip4|ip6|a|mx|ptr):|(?:redirect|exp)=)/i;
const faultsIn = (record: string): number => parseSpf(record).faults.length;

const lastWord = (text: string): string => text.slice(text.lastIndexOf(" ") + 1);
const firstWord = (text: string): string => text.split(" ", 1)[0]!;
