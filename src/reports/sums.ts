import { bounds } from "../bounds.js";
import type { DmarcReport, DmarcReportRecord, PublishedPolicy } from "../syntax/dmarc-report.js";
import { isHostName, isWithin } from "../syntax/domain-name.js";
import type { TlsReport, TlsReportPolicy } from "../syntax/tls-report.js";
import type { Problem } from "../usage.js";
import { type Alignment, alignmentOf, alignments, related } from "./alignment.js";
import { count, type Counts, none } from "./counts.js";
import type { Found } from "./found.js";
import { Learnt } from "./learnt.js";
import { addTo, meansOf, othersOf, type Source, type Treatment, treatmentOf, treatments } from "./source.js";

/** Which reports count; all of them where nothing is said. */
export interface Wanted {
  /** Domains, and what is below them. */
  domains?: readonly string[];
  /** Seconds since 1970: reports that end before, or begin after, are left out. */
  since?: number;
  until?: number;
}

/** From the first second of the first report to the last of the last; null where none tells. */
export interface Period {
  begin: number | null;
  end: number | null;
}

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

/** All that TLS reports say of one domain under one kind of policy. */
export interface TlsSum extends Period {
  domain: string;
  type: string;
  reports: number;
  succeeded: number;
  failed: number;
  /** Sessions by who reported them. */
  reporters: Map<string, number>;
  failures: Map<string, { type: string; host: string; sessions: number; reasons: Map<string, number> }>;
}

/** What became of the files. */
export interface Tally {
  dmarc: number;
  tls: number;
  messages: number;
  duplicates: number;
  /** Not in the period, or of other domains. */
  unwanted: number;
  broken: number;
  foreign: number;
  left: number;
}

/** Sums over reports, added one at a time; what is kept is bounded, however many they are. */
export class Sums {
  readonly tally: Tally = {
    dmarc: 0,
    tls: 0,
    messages: 0,
    duplicates: 0,
    unwanted: 0,
    broken: 0,
    foreign: 0,
    left: 0,
  };
  readonly domains = new Map<string, DomainSum>();
  readonly tls = new Map<string, TlsSum>();
  readonly learnt = new Learnt();
  /** Files that cannot be read. */
  readonly problems: Problem[] = [];
  /** What is wrong with reports that were read all the same. */
  readonly faults: Problem[] = [];
  faulty = 0;
  private readonly seen = new Set<string>();
  private groups = 0;

  private readonly wanted: Wanted;

  constructor(wanted: Wanted = {}) {
    this.wanted = wanted;
  }

  add(found: Found): void {
    switch (found.kind) {
      case "dmarc":
        return this.addDmarc(found.file, found.report);
      case "tls":
        return this.addTls(found.file, found.report);
      case "message":
        this.tally.messages++;
        for (const { domain, selector } of found.signatures) this.learnt.selector(domain, selector, 1);
        return;
      default: {
        const { kind, file, text, ...more } = found;
        this.tally[kind]++;
        if (kind === "broken" && this.problems.length < bounds.reports.problems)
          this.problems.push({ file, text, ...("line" in more && { line: more.line }) });
      }
    }
  }

  private addDmarc(file: string, report: DmarcReport): void {
    const { org, id, policy, records } = report;
    if (this.isAgain("dmarc", org, id, policy.domain, report, records.length)) return;
    const kept = this.isInPeriod(report)
      ? records.filter((record) => this.isOf(record.headerFrom || policy.domain))
      : [];
    if (kept.length === 0 && (records.length > 0 || !this.isOf(policy.domain))) {
      this.tally.unwanted++;
      return;
    }
    this.tally.dmarc++;
    this.note(file, [...report.faults, ...kept.flatMap(({ line, faults }) => faults.map((text) => ({ line, text })))]);
    const domain = policy.domain || kept.find(({ headerFrom }) => headerFrom !== "")?.headerFrom || "no domain told";
    const sum = this.sumOf(domain, policy);
    if (!sum) return this.leaveOut(file, domain);
    if (
      report.begin !== null &&
      report.begin >= (sum.begin ?? 0) &&
      report.end !== null &&
      report.end >= (sum.end ?? 0)
    )
      sum.policy = policy;
    widen(sum, report);
    sum.reports++;
    const messages = kept.reduce((all, record) => all + record.count, 0);
    count(sum.reporters, org || "a reporter without a name", messages, bounds.reports.addresses);
    for (const error of report.errors) count(sum.errors, error, 1, 100);
    for (const record of kept) this.addRecord(sum, record);
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

  private addTls(file: string, report: TlsReport): void {
    const { org, id, policies } = report;
    if (this.isAgain("tls", org, id, policies.map(({ domain }) => domain).join(), report, policies.length)) return;
    const kept = this.isInPeriod(report) ? policies.filter(({ domain }) => this.isOf(domain)) : [];
    if (kept.length === 0 && policies.length > 0) {
      this.tally.unwanted++;
      return;
    }
    this.tally.tls++;
    this.note(
      file,
      report.faults.map((text) => ({ text })),
    );
    const told = new Set<TlsSum>();
    for (const policy of kept) {
      const sum = this.addPolicy(report, policy);
      if (sum) told.add(sum);
      else this.leaveOut(file, policy.domain);
    }
    for (const sum of told) sum.reports++;
  }

  private leaveOut(file: string, domain: string): void {
    this.note(file, [{ text: `${domain} is left out: there are more than ${bounds.reports.groups} domains` }]);
  }

  private addPolicy(
    report: TlsReport,
    { domain, type, succeeded, failed, failures }: TlsReportPolicy,
  ): TlsSum | undefined {
    const key = `${domain} ${type}`;
    let sum = this.tls.get(key);
    if (!sum) {
      if (this.tls.size >= bounds.reports.groups) return undefined;
      sum = {
        domain: domain || "no domain told",
        type,
        begin: null,
        end: null,
        reports: 0,
        succeeded: 0,
        failed: 0,
        reporters: new Map(),
        failures: new Map(),
      };
      this.tls.set(key, sum);
    }
    widen(sum, report);
    sum.succeeded += succeeded;
    sum.failed += failed;
    count(sum.reporters, report.org || "a reporter without a name", succeeded + failed, bounds.reports.addresses);
    for (const { type: result, receivingHost: host, sessions, reason } of failures) {
      let failure = sum.failures.get(`${result} ${host}`);
      if (!failure) {
        if (sum.failures.size >= bounds.reports.addresses) continue;
        failure = { type: result, host, sessions: 0, reasons: new Map() };
        sum.failures.set(`${result} ${host}`, failure);
      }
      failure.sessions += sessions;
      if (reason !== "") count(failure.reasons, reason, sessions, 20);
    }
    return sum;
  }

  /** The same report comes twice: by two mailboxes, or a receiver sends it again. */
  private isAgain(
    kind: string,
    org: string,
    id: string,
    domain: string,
    { begin, end }: Period,
    parts: number,
  ): boolean {
    const key = JSON.stringify([kind, org.toLowerCase(), id, domain, begin, end, id === "" ? parts : 0]);
    if (this.seen.has(key)) {
      this.tally.duplicates++;
      return true;
    }
    this.seen.add(key);
    return false;
  }

  /** What does not tell its time is in no period that was asked for. */
  private isInPeriod({ begin, end }: Period): boolean {
    const { since, until } = this.wanted;
    if (since !== undefined && (end ?? begin ?? Number.NEGATIVE_INFINITY) < since) return false;
    return until === undefined || (begin ?? end ?? Number.POSITIVE_INFINITY) <= until;
  }

  private isOf(domain: string): boolean {
    const { domains = [] } = this.wanted;
    return domains.length === 0 || domains.some((one) => isHostName(domain) && isWithin(domain, one));
  }

  private note(file: string, faults: readonly Omit<Problem, "file">[]): void {
    if (faults.length === 0) return;
    this.faulty++;
    for (const fault of faults) if (this.faults.length < bounds.reports.problems) this.faults.push({ file, ...fault });
  }
}

function widen(sum: Period, { begin, end }: Period): void {
  if (begin !== null) sum.begin = Math.min(sum.begin ?? begin, begin);
  if (end !== null) sum.end = Math.max(sum.end ?? end, end);
}
