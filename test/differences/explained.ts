import type { Case } from "../conformance/case.js";
import type { CaseRecords } from "../conformance/records.js";

/** What a peer and we say of a case. */
export interface Said {
  case: Case;
  ours: unknown;
  theirs: unknown;
}

/**
 * A way in which a peer differs from us; docs/differences.md tells the reason under the same id. It holds of a case
 * where we say the same as the peer of the records as the peer `reads` them, or where what the peer says of itself
 * `shows` it.
 */
export type Difference = { id: string; peer: string; op: string } & (
  | { reads: (text: string) => string; shows?: never }
  | { shows: (said: { ours: Fields; theirs: Fields; texts: string[] }) => boolean; reads?: never }
);
export type Fields = Record<string, unknown>;

const says =
  (comment: RegExp) =>
  ({ theirs }: { theirs: Fields }): boolean =>
    comment.test(String(theirs["comment"]));

const fewer = (some: Fields, than: Fields): boolean => Number(some["lookups"]) < Number(than["lookups"]);

export const differences: readonly Difference[] = [
  { id: "mailauth/blank-first", peer: "mailauth", op: "dmarc.check", reads: (text) => text.trimStart() },
  {
    id: "mailauth/tag-case",
    peer: "mailauth",
    op: "dmarc.check",
    reads: (text) => text.replace(/;\s*[A-Z]+=[^;]*/g, ""),
  },
  {
    id: "mailauth/empty-mailto",
    peer: "mailauth",
    op: "dmarc.check",
    reads: (text) => text.replace(/rua=mailto:$/, "rua=mailto:any@example.com"),
  },
  {
    id: "pyspf/own-include",
    peer: "pyspf",
    op: "spf.check",
    shows: says(/(?:include|redirect) has trivial recursion/),
  },
  {
    id: "pyspf/ptr-silence",
    peer: "pyspf",
    op: "spf.check",
    shows: ({ theirs, texts }) => says(/DNS TIMEOUT/)({ theirs }) && texts.some((text) => /\bptr\b/.test(text)),
  },
  {
    id: "pyspf/ptr-voids",
    peer: "pyspf",
    op: "spf.check",
    shows: ({ theirs, texts }) => says(/Void lookup limit/)({ theirs }) && texts.some((text) => /\bptr\b/.test(text)),
  },
  {
    id: "checkdmarc/void-limit",
    peer: "checkdmarc",
    op: "spf.count",
    shows: says(/maximum void DNS lookups/),
  },
  {
    id: "checkdmarc/stops-counting",
    peer: "checkdmarc",
    op: "spf.count",
    shows: ({ ours, theirs }) => says(/maximum DNS lookups/)({ theirs }) && Number(ours["lookups"]) > 10,
  },
  {
    id: "checkdmarc/redirect-to-nothing",
    peer: "checkdmarc",
    op: "spf.count",
    shows: says(/^The domain does not exist\.$/),
  },
  {
    id: "checkdmarc/voids",
    peer: "checkdmarc",
    op: "spf.count",
    shows: ({ ours, theirs }) => ours["lookups"] === theirs["lookups"] && ours["voids"] !== theirs["voids"],
  },
  {
    id: "checkdmarc/same-include-twice",
    peer: "checkdmarc",
    op: "spf.count",
    reads: (text) => [...new Set(text.split(" "))].join(" "),
  },
  {
    id: "checkdmarc/broken-below-include",
    peer: "checkdmarc",
    op: "spf.count",
    shows: ({ ours, theirs, texts }) => fewer(theirs, ours) && texts.some((text) => text.includes("=gone.example.net")),
  },
  {
    id: "checkdmarc/include-seen-before",
    peer: "checkdmarc",
    op: "spf.count",
    shows: ({ ours, theirs }) => fewer(theirs, ours),
  },
  {
    id: "checkdmarc/unrelated-text",
    peer: "checkdmarc",
    op: "dmarc.policy",
    shows: says(/^Unrelated TXT records/),
  },
  {
    id: "checkdmarc/several-records",
    peer: "checkdmarc",
    op: "dmarc.policy",
    shows: says(/^Multiple DMARC policy records/),
  },
  {
    id: "checkdmarc/bad-tag-voids-record",
    peer: "checkdmarc",
    op: "dmarc.policy",
    shows: says(/is not a valid DMARC report URI|must have one of the following values/),
  },
  {
    id: "checkdmarc/tag-twice",
    peer: "checkdmarc",
    op: "dmarc.policy",
    shows: says(/^Duplicate \w+ tags are not permitted/),
  },
  { id: "checkdmarc/version-alone", peer: "checkdmarc", op: "dmarc.policy", shows: says(/Expected version_tag/) },
  {
    id: "checkdmarc/first-parent",
    peer: "checkdmarc",
    op: "dmarc.policy",
    shows: ({ ours, theirs }) => String(theirs["location"]).endsWith(`.${String(ours["location"])}`),
  },
];

/** Every text that DNS holds for a case. */
export const textsOf = ({ records }: Case): string[] =>
  Object.values(records as CaseRecords).flatMap((held) => {
    const found = typeof held === "string" ? [] : (held["TXT"] ?? []);
    return typeof found === "string" ? [] : found.map((strings) => (strings as string[]).join(""));
  });

/** The case with every text as a peer reads it. */
export function readBy(reads: (text: string) => string, one: Case): Case {
  const records = Object.entries(one["records"] as CaseRecords).map(([name, held]) => {
    if (typeof held === "string" || !Array.isArray(held["TXT"])) return [name, held];
    return [name, { ...held, TXT: held["TXT"].map((strings) => [reads((strings as string[]).join(""))]) }];
  });
  return { ...one, records: Object.fromEntries(records) as CaseRecords };
}
