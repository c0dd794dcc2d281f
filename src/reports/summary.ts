import { tlsFailures } from "../data/tls-failures.js";
import type { PublishedPolicy } from "../syntax/dmarc-report.js";
import type { Problem } from "../usage.js";
import { adviceFor } from "./advice.js";
import type { Alignment, Forwarded } from "./alignment.js";
import { type Counts, ranked } from "./counts.js";
import type { Lesson } from "./learnt.js";
import type { Source, Treatment } from "./source.js";
import type { DomainSum } from "./dmarc-sums.js";
import type { Period } from "./period.js";
import type { Sums, Tally } from "./sums.js";
import type { TlsSum } from "./tls-sums.js";

/** A name and how many messages or sessions, as JSON has it. */
export interface Ranked {
  name: string;
  count: number;
}

/** The sums as plain values, the worst and the greatest first: what is printed, and what `--json` prints. */
export interface Summary {
  domains: DomainSummary[];
  tls: TlsSummary[];
  /** By domain. */
  learnt: Record<string, Lesson>;
  tally: Tally;
  /** Files that cannot be read, and reports that have something wrong in them. */
  problems: Problem[];
  faults: Problem[];
  /** How many reports have something wrong in them. */
  faulty: number;
}

export interface DomainSummary extends Period {
  domain: string;
  policy: PublishedPolicy;
  reports: number;
  messages: number;
  aligned: Counts<Alignment>;
  treated: Counts<Treatment>;
  reporters: Ranked[];
  errors: Ranked[];
  sources: SourceSummary[];
}

export interface SourceSummary extends Omit<Source, "overrides" | "addresses"> {
  forwarded: Forwarded;
  overrides: Ranked[];
  addresses: Ranked[];
  /** What it is, and what to do where there is something to do. */
  says: string;
  todo: string | null;
}

export interface TlsSummary extends Period {
  domain: string;
  type: string;
  reports: number;
  succeeded: number;
  failed: number;
  reporters: Ranked[];
  failures: TlsFailureSummary[];
}

export interface TlsFailureSummary {
  type: string;
  host: string;
  sessions: number;
  reasons: Ranked[];
  says: string;
  todo: string;
}

export function summaryOf(sums: Sums): Summary {
  const { domains, tls, learnt, tally, problems, faults, faulty } = sums;
  return {
    domains: [...domains.values()].map((sum) => domainSummary(sum, sums)).sort(byTrouble),
    tls: [...tls.values()].map(tlsSummary).sort((a, b) => b.failed - a.failed || b.succeeded - a.succeeded),
    learnt: Object.fromEntries(learnt.domains().map((domain) => [domain, learnt.of(domain)])),
    tally,
    problems,
    faults,
    faulty,
  };
}

const byTrouble = (a: DomainSummary, b: DomainSummary): number =>
  b.aligned.none - a.aligned.none || b.messages - a.messages || (a.domain < b.domain ? -1 : 1);

function domainSummary({ reporters, errors, sources, ...sum }: DomainSum, { learnt }: Sums): DomainSummary {
  const works = (domain: string, selector: string): boolean => learnt.of(domain).selectors.includes(selector);
  return {
    ...sum,
    reporters: rankedOf(reporters),
    errors: rankedOf(errors),
    sources: [...sources.values()]
      .sort((a, b) => b.messages - a.messages || (a.sender < b.sender ? -1 : 1))
      .map((source) => {
        const { overrides, addresses, ...more } = source;
        const { says, todo = null } = adviceFor(source, works);
        return { ...more, overrides: rankedOf(overrides), addresses: rankedOf(addresses), says, todo };
      }),
  };
}

function tlsSummary({ reporters, failures, ...sum }: TlsSum): TlsSummary {
  return {
    ...sum,
    reporters: rankedOf(reporters),
    failures: [...failures.values()]
      .sort((a, b) => b.sessions - a.sessions)
      .map(({ reasons, ...failure }) => {
        const known = Object.hasOwn(tlsFailures, failure.type) ? tlsFailures[failure.type] : undefined;
        const { says = "a failure that RFC 8460 does not name", remedy = "Ask who reports it, or audit the host." } =
          known ?? {};
        return { ...failure, reasons: rankedOf(reasons), says, todo: remedy.replaceAll("DOMAIN", sum.domain) };
      }),
  };
}

const rankedOf = (counts: ReadonlyMap<string, number>): Ranked[] =>
  ranked(counts).map(([name, count]) => ({ name, count }));
