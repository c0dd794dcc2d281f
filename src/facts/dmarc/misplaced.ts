import { defineFact, isAbsent } from "../../fact.js";
import { isDmarc } from "../../syntax/dmarc.js";
import { nameFault } from "../../syntax/domain-name.js";
import { joined } from "../../syntax/record.js";
import { spfRecord } from "../spf/record.js";
import { wildcardTexts } from "../wildcard-texts.js";

/**
 * DMARC records where nobody looks for them: at the domain itself, and at `_dmarc` with the domain twice behind it, as a
 * zone editor makes it that puts the zone's name behind a whole name; and an alias at `_dmarc` that leads nowhere.
 */
export const misplacedDmarc = defineFact({
  id: "misplaced-dmarc",
  of: "domain",
  async gather(name, { ask, dns }) {
    const twice = `_dmarc.${name}.${name}`;
    const [apex, own, doubled] = await Promise.all([
      ask(spfRecord, name),
      dns(`_dmarc.${name}`, "TXT"),
      nameFault(twice) === undefined ? dns(twice, "TXT") : null,
    ]);
    if (isAbsent(apex)) return apex;
    const textsOf = (answer: typeof own | null): string[] =>
      (answer?.records ?? []).map(({ data }) => joined(data)).filter(isDmarc);
    const atTwice = textsOf(doubled);
    const wild = atTwice.length > 0 ? await ask(wildcardTexts, name) : null;
    const everywhere = wild === null || isAbsent(wild) ? [] : wild.texts;
    const lost = own.loop === true || own.rcode === "NXDOMAIN";
    return {
      answers: [own, apex.answer, ...(doubled ? [doubled] : [])],
      counted: textsOf(own).length,
      apex: apex.texts.filter(isDmarc),
      doubled: atTwice.filter((text) => !everywhere.includes(text)),
      nowhere: lost ? (own.aliases.at(-1) ?? null) : null,
    };
  },
});
