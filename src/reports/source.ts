import { bounds } from "../bounds.js";
import type { DmarcReportRecord, DkimResult } from "../syntax/dmarc-report.js";
import { type Alignment, alignmentOf, type Forwarded, forwardedOf, related } from "./alignment.js";
import { count, type Counts } from "./counts.js";

/** What was done with messages; `untold` where the report leaves it open. */
export type Treatment = "delivered" | "quarantined" | "rejected" | "untold";
export const treatments: readonly Treatment[] = ["delivered", "quarantined", "rejected", "untold"];

/** Messages that were sent by the same means and aligned alike. */
export interface Source {
  /** The author's domain. */
  from: string;
  alignment: Alignment;
  forwarded: Forwarded;
  /** By what the sender is known: a domain that passed SPF or DKIM, or else its address; `others` past the bound. */
  sender: string;
  by: "envelope" | "signature" | "address" | "others";
  /** The domain that SPF passed for; empty where none. */
  envelope: string;
  /** Whether SPF was asked about a domain of the author's, and did not pass. */
  unlisted: boolean;
  /** Signatures that passed, whoever's, and the author's own that failed. */
  signatures: Pick<DkimResult, "domain" | "selector" | "result">[];
  messages: number;
  treated: Counts<Treatment>;
  /** Messages by the type of override. */
  overrides: Map<string, number>;
  addresses: Map<string, number>;
}

/** What the sources of a domain are told apart by. */
export type Means = Pick<
  Source,
  "from" | "alignment" | "forwarded" | "sender" | "by" | "envelope" | "unlisted" | "signatures"
>;

export function meansOf(record: DmarcReportRecord, domain: string): Means {
  const from = record.headerFrom || domain;
  const isOwn = (name: string): boolean => related(name, from) || related(name, domain);
  const passedSpf = record.envelopes.find(({ result, domain: name }) => result === "pass" && name !== "");
  const seen = new Set<string>();
  const signatures = record.signatures
    .filter(({ result, domain: name }) => name !== "" && (result === "pass" || isOwn(name)))
    .map(({ domain: name, selector, result }) => ({ domain: name, selector, result }))
    .filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one)))
    .sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
  const passedDkim = signatures.filter(({ result }) => result === "pass");
  const foreign = passedDkim.find(({ domain: name }) => !isOwn(name));
  const common = {
    from,
    alignment: alignmentOf(record),
    forwarded: forwardedOf(record),
    envelope: passedSpf?.domain ?? "",
    unlisted: record.envelopes.some(({ result, domain: name }) => result !== "pass" && result !== "" && isOwn(name)),
    signatures,
  };
  if (passedSpf && !isOwn(passedSpf.domain)) return { ...common, sender: passedSpf.domain, by: "envelope" };
  if (foreign) return { ...common, sender: foreign.domain, by: "signature" };
  if (common.alignment === "none" || common.alignment === "untold" || common.forwarded === "likely")
    return { ...common, sender: record.source ?? "no address told", by: "address" };
  if (passedSpf) return { ...common, sender: passedSpf.domain, by: "envelope" };
  const own = passedDkim[0];
  if (own) return { ...common, sender: own.domain, by: "signature" };
  return { ...common, sender: record.source ?? "no address told", by: "address" };
}

const keyOf = ({ domain, selector, result }: Pick<DkimResult, "domain" | "selector" | "result">): string =>
  `${domain} ${selector} ${result}`;

/** All that is left over once there are more sources than are kept apart. */
export const othersOf = ({ from, alignment }: Means): Means => ({
  from,
  alignment,
  forwarded: "no",
  sender: "others",
  by: "others",
  envelope: "",
  unlisted: false,
  signatures: [],
});

export function addTo(source: Source, record: DmarcReportRecord): void {
  source.messages += record.count;
  source.treated[treatmentOf(record)] += record.count;
  for (const { type } of record.reasons)
    count(source.overrides, type || "other", record.count, bounds.reports.addresses);
  if (record.source !== null) count(source.addresses, record.source, record.count, bounds.reports.addresses);
}

export function treatmentOf({ disposition }: DmarcReportRecord): Treatment {
  if (disposition === null) return "untold";
  return disposition === "quarantine" ? "quarantined" : disposition === "reject" ? "rejected" : "delivered";
}
