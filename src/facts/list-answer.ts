import type { Blocklist, Meaning } from "../data/blocklist.js";
import type { Answer } from "../net/net.js";

/** What a blocklist said of one entry. */
export type ListAnswer =
  | { is: "clean" }
  | { is: "listed"; meanings: Meaning[] }
  /** Listed by codes that the list does not document. */
  | { is: "undocumented"; codes: string[] }
  | { is: "refused"; code: string; means: string }
  /** An address no list answers with: the resolver's own, or that of whoever has the zone now. */
  | { is: "stray"; address: string };

/** Answers of any list that are errors and no listings, whatever the last octet says. */
const errors = "127.255.255.";
const errorMeanings: Readonly<Record<string, string>> = {
  "127.255.255.252": "the zone's name is misspelt",
  "127.255.255.254": "it was asked through a public resolver, or one without a name of its own",
  "127.255.255.255": "it was asked too much",
};

/**
 * Reads an answer of a blocklist. The order matters: what is no list's answer at all, then its errors, then its refusals,
 * then its documented codes. A code it does not document is no listing, and no "not listed" either.
 */
export function readListAnswer(list: Blocklist, answer: Answer<"A">): ListAnswer {
  const codes = answer.records.map(({ data }) => data);
  if (codes.length === 0) return { is: "clean" };
  const stray = codes.find((code) => !code.startsWith("127."));
  if (stray !== undefined) return { is: "stray", address: stray }; // RFC 5782 §2.1
  const error = codes.find((code) => code.startsWith(errors));
  if (error !== undefined)
    return { is: "refused", code: error, means: errorMeanings[error] ?? "it answers with an error" };
  for (const code of codes) {
    const means = told(list.refusals, code);
    if (means !== undefined) return { is: "refused", code, means };
  }
  const meanings = codes.flatMap((code) => meaningsOf(list, code));
  return meanings.length > 0 ? { is: "listed", meanings } : { is: "undocumented", codes };
}

function meaningsOf({ codes, bits, kinds }: Blocklist, code: string): Meaning[] {
  const [, , third, last] = code.split(".").map(Number);
  const found = told(codes, code);
  if (found && !kinds) return [found];
  const kind = kinds?.[third!];
  if (found && kind !== undefined) return [{ ...found, means: `${kind}, ${found.means}` }];
  return Object.entries(bits ?? {}).flatMap(([bit, meaning]) => (last! & Number(bit) ? [meaning] : []));
}

/** What a table says of a code: by the code itself, or by a pattern with `*` for any octet. */
function told<T>(table: Readonly<Record<string, T>> | undefined, code: string): T | undefined {
  const octets = code.split(".");
  const fits = (pattern: string): boolean =>
    pattern.split(".").every((octet, at) => octet === "*" || octet === octets[at]);
  return table?.[code] ?? Object.entries(table ?? {}).find(([pattern]) => fits(pattern))?.[1];
}
