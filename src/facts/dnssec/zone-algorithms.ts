import { type Algorithm, digestAlgorithms, signingAlgorithms } from "../../data/dnssec-algorithms.js";
import { defineFact, isAbsent } from "../../fact.js";
import { signedZone } from "./signing.js";

/** The algorithms that a domain's zone is signed with, and the digests by which its parent names its keys. */
export const zoneAlgorithms = defineFact({
  id: "zone-algorithms",
  of: "domain",
  async gather(name, { ask }) {
    const found = await ask(signedZone, name);
    if (isAbsent(found)) return found;
    const { apex, ds, keys, answers } = found;
    return {
      apex,
      answers: [answers.ds, answers.keys],
      signing: named(
        [...ds, ...keys].map(({ algorithm }) => algorithm),
        signingAlgorithms,
        "algorithm",
      ),
      digests: named(
        ds.map(({ digestType }) => digestType),
        digestAlgorithms,
        "digest type",
      ),
    };
  },
});

const named = (numbers: readonly number[], table: Readonly<Record<number, Algorithm>>, what: string): Algorithm[] =>
  [...new Set(numbers)].map((number) => table[number] ?? { name: `${what} ${number}`, use: "unsupported" });
