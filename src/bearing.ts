import type { Baseline, Kept } from "./baseline.js";
import type { Borne, Finding } from "./finding.js";
import { nearest } from "./nearest.js";
import type { Planned } from "./plan.js";
import { type Result, worst } from "./result.js";
import type { Subject, Waived } from "./subject.js";
import { type Comment, ended, matches, type Waiver } from "./waiver.js";

/** What bears findings in a run. */
export interface Bearers {
  waivers?: readonly Waiver[];
  comments?: readonly Comment[];
  baseline?: Baseline;
}

/** A waiver or a comment for one check or glob, and what became of it. */
interface Bearer {
  borne: Borne;
  check: string;
  about: Waived;
  /** Whether it is for a subject, and for a finding about that. */
  isFor(subject: Subject): boolean;
  covers(subject: Subject, finding: Finding): boolean;
  /** Where it covers nothing, that is told only of what names one thing. */
  exact: boolean;
  used: boolean;
  /** Something that it names was judged, or could not be. */
  judged: boolean;
  open: boolean;
}

/**
 * Takes findings that somebody bears out of the count, and remembers what bore something. One that has ended, that has a
 * fault, or whose check nobody may ignore, bears nothing. What could not be learnt is never touched.
 */
export class Bearing {
  readonly #bearers: readonly Bearer[];
  /** Those that bear something now. */
  readonly #active: readonly Bearer[];
  readonly #never: ReadonlySet<string>;
  readonly #baseline: Baseline | undefined;
  readonly #stale = new Map<Kept, boolean>();

  /** `known` has the ids of all checks that there are, with those that are not run; missing where nobody knows them. */
  constructor(
    { waivers = [], comments = [], baseline }: Bearers,
    checks: readonly Planned[],
    known: readonly string[] | undefined,
    now: Date,
  ) {
    this.#never = new Set(checks.flatMap(({ check: { id, ignorable } }) => (ignorable === false ? [id] : [])));
    this.#baseline = baseline;
    const faulty = (check: string): string | undefined => {
      if (this.#never.has(check)) return `${check} is never ignored`;
      if (!known || known.some((id) => matches(check, id))) return undefined;
      const meant = nearest(check, known);
      return `there is no check "${check}"${meant ? `; did you mean ${meant}?` : ""}`;
    };
    this.#bearers = [
      ...waivers.map((waiver) => ofWaiver(waiver, faulty(waiver.check))),
      ...comments.flatMap((comment) =>
        (comment.checks.length > 0 ? comment.checks : [""]).map((check) =>
          ofComment(comment, check, comment.fault ?? faulty(check)),
        ),
      ),
    ];
    this.#active = this.#bearers.filter(({ about: { fault, until } }) => fault === undefined && !ended(until!, now));
  }

  /** The result as it counts: findings that are borne apart, or, where all are, a skip with the reason. */
  bear(result: Result): Result {
    const named = this.#active.filter((one) => matches(one.check, result.check) && one.isFor(result.subject));
    for (const one of named) {
      one.judged = true;
      if (result.status === "inconclusive" || result.skipped === "undeclared") one.open = true;
    }
    const kept = this.#baseline?.of(result) ?? [];
    const never = this.#never.has(result.check);
    const findings = result.findings.map((finding): Finding => {
      if (finding.level === "pass" || never) return finding;
      const bearer = named.find((one) => one.covers(result.subject, finding));
      if (bearer) bearer.used = true;
      const entry = this.#baseline?.take(kept, result, finding);
      if (bearer) return { ...finding, borne: bearer.borne };
      if (!entry) return finding;
      return entry.worse ? { ...finding, worse: true } : { ...finding, borne: ofBaseline(entry.kept) };
    });
    const sure = result.status !== "inconclusive" && result.skipped !== "undeclared";
    for (const entry of kept) if (sure) this.#stale.set(entry, true);
    return apart(result, findings);
  }

  /** What bears, as something to look at, once all is judged; of a baseline, what is no more. */
  subjects(): Waived[] {
    const told = this.#bearers.map(({ about, exact, used, judged, open }): Waived => {
      const stale = exact && judged && !open && !used;
      return { ...about, ...(used ? { use: "used" } : stale ? { use: "stale" } : {}) };
    });
    const gone = [...this.#stale.keys()].map(({ check, subject, since }): Waived => ({
      kind: "waiver",
      name: `${check} on ${subject}`,
      called: "entry of the baseline",
      check,
      reason: `there since ${since}`,
      use: "stale",
      ...(this.#baseline?.file !== undefined && { file: this.#baseline.file }),
    }));
    return [...told, ...gone];
  }
}

function apart(result: Result, findings: Finding[]): Result {
  const borne = findings.filter((finding) => finding.borne);
  if (borne.length === 0) return findings.some(({ worse }) => worse) ? { ...result, findings } : result;
  const left = findings.filter((finding) => !finding.borne);
  const bad = left.filter(({ level }) => level !== "pass");
  if (bad.length > 0) return { ...result, status: worst(left.map(({ level }) => level)), findings: left, borne };
  return { ...result, status: "skip", skipped: "waived", reason: whyBorne(borne), findings };
}

/** Why findings are borne, each reason once. */
export const whyBorne = (findings: readonly Finding[]): string =>
  [...new Set(findings.flatMap(({ borne }) => (borne ? [inWords(borne)] : [])))].join("; ");

function inWords({ by, reason, until, file, line }: Borne): string {
  if (by === "baseline") return `in the baseline: ${reason}`;
  const where = file === undefined ? "" : ` by a comment (${file}:${line})`;
  return `waived${where} until ${until}: ${reason}`;
}

const ofBaseline = ({ since }: Kept): Borne => ({ by: "baseline", reason: `there since ${since}` });

function ofWaiver({ check, on, reason, until }: Waiver, fault: string | undefined): Bearer {
  const isFor = ({ name, domain }: Subject): boolean =>
    on === undefined || matches(on, name) || (domain !== undefined && matches(on, domain));
  return {
    ...untouched,
    check,
    borne: { by: "configuration", reason, until },
    about: {
      kind: "waiver",
      name: on === undefined ? check : `${check} on ${on}`,
      called: "waiver",
      check,
      reason,
      ...(fault === undefined ? { until } : { fault }),
    },
    isFor,
    covers: isFor,
    exact: on !== undefined && !on.includes("*"),
  };
}

function ofComment(comment: Comment, check: string, fault: string | undefined): Bearer {
  const { reason = "", until = "", of, file, line } = comment;
  const sets = of.map(({ name, type = "" }) => `${name} ${type}`.trim()).join(", ");
  return {
    ...untouched,
    check,
    borne: { by: "comment", reason, until, file, line },
    about: {
      kind: "waiver",
      name: [check || "a comment", sets || file].join(" at "),
      called: "comment",
      check,
      ...(comment.reason !== undefined && { reason }),
      ...(fault === undefined ? { until } : { fault }),
      file,
      line,
    },
    isFor: ({ kind, name, domain = name }) =>
      of.some(
        (one) =>
          one.name === domain || one.name.endsWith(`.${domain}`) || (kind === "host" && one.hosts.includes(name)),
      ),
    covers: (subject, finding) => isAt(comment, subject, finding),
    exact: true,
  };
}

const untouched = { used: false, judged: false, open: false };

/** Whether a finding rests on a record set that a comment stands at, or, where it shows no record of a file, is of its name. */
function isAt({ of }: Comment, subject: Subject, { evidence = [], data }: Finding): boolean {
  const shown = evidence.flatMap((one) => (one.kind === "records" ? one.records : []));
  const written = shown.filter(({ file }) => file !== undefined);
  if (written.length > 0)
    return of.some(({ name, type }) =>
      written.some((record) => record.name === name && (type === undefined || record.type === type)),
    );
  const said = Object.values(data).flat();
  return of.some(({ name, hosts }) => {
    if (subject.kind === "zone") return said.includes(name);
    const host = "host" in subject ? subject.host : subject.name;
    return host === name || host === withoutUnderscores(name) || hosts.includes(host);
  });
}

/** The name that a record of a service is about: `example.com` of `_dmarc.example.com` (RFC 8552 §1.1). */
function withoutUnderscores(name: string): string {
  const labels = name.split(".");
  return labels.slice(labels.findLastIndex((label) => label.startsWith("_")) + 1).join(".");
}
