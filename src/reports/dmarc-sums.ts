import { bounds } from "../bounds.js";
import type { DmarcReport, DmarcReportRecord, PublishedPolicy } from "../syntax/dmarc-report.js";
import { type Alignment, alignmentOf, alignments, related } from "./alignment.js";
import { count, type Counts, none } from "./counts.js";
import type { Learnt } from "./learnt.js";
import { type Period, widen } from "./period.js";
import { addTo, meansOf, othersOf, type Source, type Treatment, treatmentOf, treatments } from "./source.js";

/** All that DMARC reports say of one domain. */
export interface DomainSum extends Period {
  domain: string;
  /** As the latest report has it. */
  policy: PublishedPolicy;
  reports: number;
  messages: number;
  aligned: Counts<Alignment>;
  treated: Counts<Treatment>;
  /** Messages by who reported them. */
  reporters: Map<string, number>;
  /** What reporters could not do, and how often they say so. */
  errors: Map<string, number>;
  sources: Map<string, Source>;
}

/** DMARC reports by the domain they are about. What they show of its senders and selectors is noted beside. */
export class DmarcSums {
  readonly domains = new Map<string, DomainSum>();
  private readonly learnt: Learnt;
  private groups = 0;

  constructor(learnt: Learnt) {
    this.learnt = learnt;
  }

  /** Adds those records of a report that count; false where the domain is one too many. */
  add(report: DmarcReport, domain: string, records: readonly DmarcReportRecord[]): boolean {
    const sum = this.sumOf(domain, report.policy);
    if (!sum) return false;
    const { begin, end } = report;
    if (begin !== null && begin >= (sum.begin ?? 0) && end !== null && end >= (sum.end ?? 0))
      sum.policy = report.policy;
    widen(sum, report);
    sum.reports++;
    const messages = records.reduce((all, record) => all + record.count, 0);
    count(sum.reporters, report.org || "a reporter without a name", messages, bounds.reports.addresses);
    for (const error of report.errors) count(sum.errors, error, 1, 100);
    for (const record of records) this.addRecord(sum, record);
    return true;
  }

  private addRecord(sum: DomainSum, record: DmarcReportRecord): void {
    sum.messages += record.count;
    sum.aligned[alignmentOf(record)] += record.count;
    sum.treated[treatmentOf(record)] += record.count;
    addTo(this.sourceOf(sum, record), record);
    const isOwn = (name: string): boolean => related(name, record.headerFrom) || related(name, sum.domain);
    for (const { domain, selector, result } of record.signatures)
      if (result === "pass" && isOwn(domain)) this.learnt.selector(domain, selector, record.count);
    if (record.spf !== "pass" || record.source === null) return;
    for (const { domain, result } of record.envelopes)
      if (result === "pass" && isOwn(domain)) this.learnt.sender(domain, record.source, record.count);
  }

  private sourceOf(sum: DomainSum, record: DmarcReportRecord): Source {
    let means = meansOf(record, sum.domain);
    let key = JSON.stringify(means);
    const known = sum.sources.get(key);
    if (known) return known;
    if (this.groups >= bounds.reports.groups) {
      means = othersOf(means);
      key = JSON.stringify(means);
    }
    let source = sum.sources.get(key);
    if (!source) {
      source = { ...means, messages: 0, treated: none(treatments), overrides: new Map(), addresses: new Map() };
      sum.sources.set(key, source);
      this.groups++;
    }
    return source;
  }

  private sumOf(domain: string, policy: PublishedPolicy): DomainSum | undefined {
    let sum = this.domains.get(domain);
    if (!sum && this.domains.size < bounds.reports.groups) {
      sum = {
        domain,
        policy,
        begin: null,
        end: null,
        reports: 0,
        messages: 0,
        aligned: none(alignments),
        treated: none(treatments),
        reporters: new Map(),
        errors: new Map(),
        sources: new Map(),
      };
      this.domains.set(domain, sum);
    }
    return sum;
  }
}
