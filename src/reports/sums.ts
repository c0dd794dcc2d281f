import { bounds } from "../bounds.js";
import type { DmarcReport } from "../syntax/dmarc-report.js";
import { isHostName, isWithin } from "../syntax/domain-name.js";
import type { TlsReport } from "../syntax/tls-report.js";
import type { Problem } from "../usage.js";
import { DmarcSums, type DomainSum } from "./dmarc-sums.js";
import type { Found } from "./found.js";
import { Learnt } from "./learnt.js";
import type { Period } from "./period.js";
import { type TlsSum, TlsSums } from "./tls-sums.js";

/** Which reports count; all of them where nothing is said. */
export interface Wanted {
  /** Domains, and what is below them. */
  domains?: readonly string[];
  /** Seconds since 1970: reports that end before, or begin after, are left out. */
  since?: number;
  until?: number;
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
  readonly learnt = new Learnt();
  private readonly dmarc = new DmarcSums(this.learnt);
  private readonly tlsSums = new TlsSums();
  readonly domains: ReadonlyMap<string, DomainSum> = this.dmarc.domains;
  readonly tls: ReadonlyMap<string, TlsSum> = this.tlsSums.sums;
  /** Files that cannot be read. */
  readonly problems: Problem[] = [];
  /** What is wrong with reports that were read all the same. */
  readonly faults: Problem[] = [];
  faulty = 0;
  private readonly seen = new Set<string>();

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
    if (!this.dmarc.add(report, domain, kept)) this.leaveOut(file, domain);
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
    for (const domain of this.tlsSums.add(report, kept)) this.leaveOut(file, domain);
  }

  private leaveOut(file: string, domain: string): void {
    this.note(file, [{ text: `${domain} is left out: there are more than ${bounds.reports.groups} domains` }]);
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
