import { bounds } from "../bounds.js";
import type { TlsReport, TlsReportPolicy } from "../syntax/tls-report.js";
import { count } from "./counts.js";
import { type Period, widen } from "./period.js";

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

/** TLS reports by the domain they are about and the kind of policy. */
export class TlsSums {
  readonly sums = new Map<string, TlsSum>();

  /** Adds those policies of a report that count; gives the domains that are too many. */
  add(report: TlsReport, policies: readonly TlsReportPolicy[]): string[] {
    const told = new Set<TlsSum>();
    const left: string[] = [];
    for (const policy of policies) {
      const sum = this.addPolicy(report, policy);
      if (sum) told.add(sum);
      else left.push(policy.domain);
    }
    for (const sum of told) sum.reports++;
    return left;
  }

  private addPolicy(
    report: TlsReport,
    { domain, type, succeeded, failed, failures }: TlsReportPolicy,
  ): TlsSum | undefined {
    const key = `${domain} ${type}`;
    let sum = this.sums.get(key);
    if (!sum) {
      if (this.sums.size >= bounds.reports.groups) return undefined;
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
      this.sums.set(key, sum);
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
}
