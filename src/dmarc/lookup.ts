import { Evidence } from "../evidence.js";
import { type Known } from "../fact.js";
import { dmarc7489 } from "../facts/dmarc/7489.js";
import { type DmarcOutcome, evaluateDmarc } from "../facts/dmarc/evaluation.js";
import { dmarcPolicy } from "../facts/dmarc/policy.js";
import { dmarcFailureConsent, dmarcReportConsent } from "../facts/dmarc/report-consent.js";
import { dmarcWalk, insist, type WalkedLevel } from "../facts/dmarc/walk.js";
import { organizationalDomain } from "../facts/dmarc/organizational-domain.js";
import { type Net, NetError } from "../net/net.js";
import { climbed, organizationalDomain as topOf, policyLevel, walkNames } from "../syntax/dmarc-discovery.js";
import { policyLevel7489, requests7489 } from "../syntax/dmarc-7489.js";
import { type DmarcRecord, type DmarcRequest, dmarcRequests, tested } from "../syntax/dmarc.js";
import type { ReportUri } from "../syntax/report-uri.js";

/** All there is to tell about DMARC for one domain: how its policy is found, what it asks for, and who is told. */
export interface DmarcLookup {
  domain: string;
  /** In the order of RFC 9989 §4.10, though they are asked at once. */
  walk: DmarcStep[];
  organizational: Known<string>;
  /** Absent where no record applies, or the one that does asks for nothing. */
  policy: Known<DmarcPolicy>;
  /** What a receiver finds that goes by RFC 7489. */
  older: Known<DmarcOlder>;
  reports: DmarcReport[];
  message?: DmarcMessage;
}

/** One question of the walk. */
export interface DmarcStep {
  name: string;
  found: "record" | "none" | "no-name" | "several" | "void" | "too-long" | "unknown";
  /** The record as it stands, or why it is not known. */
  text: string;
  /** What follows from it. */
  remark: string;
}

/** What is asked for, and what is left of that while `t=y` tests it. */
export interface DmarcAsked {
  asked: DmarcRequest;
  applied: DmarcRequest;
}

export interface DmarcPolicy {
  /** The domain at whose _dmarc the record stands. */
  at: string;
  record: string;
  inherited: boolean;
  itself: DmarcAsked;
  /** For names below it; null where no record speaks for them. */
  subdomains: DmarcAsked | null;
  missing: DmarcAsked | null;
  adkim: "r" | "s";
  aspf: "r" | "s";
  testing: boolean;
}

export interface DmarcOlder {
  organizational: string;
  at: string | null;
  asked: DmarcRequest | null;
  subdomains: DmarcRequest | null;
  /** The share of mail it is applied to, as the record writes it. */
  percent: string | null;
}

/** An address for reports, and whether its host has agreed to take them. */
export interface DmarcReport {
  tag: "rua" | "ruf";
  uri: string;
  /** `inside`: of the same organization, which need not agree. */
  consent: "inside" | "given" | "missing" | "unknown";
  /** The name at which it agrees. */
  name?: string;
  reason?: string;
}

/** A message that the user describes: which of its domains align, and what that comes to. */
export interface DmarcMessage {
  from: string;
  identifiers: { by: "spf" | "dkim"; domain: string; organizational: Known<string>; aligned: boolean | null }[];
  outcome: Known<DmarcOutcome>;
}

/** A message as the user describes it, everything it names taken to have passed. */
export interface Described {
  from: string;
  mailFrom: readonly string[];
  dkim: readonly string[];
}

export async function lookUpDmarc(domain: string, net: Net, message?: Described): Promise<DmarcLookup> {
  const evidence = new Evidence(net);
  const [levels, organizational, applied, older] = await Promise.all([
    evidence.get(dmarcWalk, domain),
    evidence.get(organizationalDomain, domain),
    evidence.get(dmarcPolicy, domain),
    evidence.get(dmarc7489, domain),
  ]);
  if (levels.state !== "known") throw new NetError("malformed", levels.reason);
  const walked = levels.value;
  const policy = and(applied, (found) => policyOf(domain, walked, found));
  return {
    domain,
    walk: stepsOf(walked),
    organizational,
    policy,
    older: and(older, (found) => olderOf(domain, walked, found)),
    reports: applied.state === "known" ? await reportsOf(applied.value.domain, applied.value.record, evidence) : [],
    ...(message && { message: await judged(message, net, evidence) }),
  };
}

/** What follows from a value, where it is known and so is all else that it hangs on. */
function and<T, U>(known: Known<T>, then: (value: T) => U): Known<U> {
  if (known.state !== "known") return known;
  try {
    return { state: "known", value: then(known.value) };
  } catch (error) {
    return unknown(error);
  }
}

function unknown(error: unknown): Known<never> {
  if (!(error instanceof NetError)) throw error;
  return { state: "unknown", code: error.code, reason: error.message };
}

type Applied = Extract<Awaited<ReturnType<typeof dmarcPolicy.gather>>, { asked: unknown }>;

function policyOf(domain: string, levels: readonly WalkedLevel[], found: Applied): DmarcPolicy {
  const { text, t, adkim, aspf } = found.record;
  const { asked, applied, inherited } = found;
  const below = belowIt(domain, levels);
  const left = (request: DmarcRequest, t: "y" | "n"): DmarcAsked => ({ asked: request, applied: tested(request, t) });
  return {
    at: found.domain,
    record: text,
    inherited,
    itself: { asked, applied },
    subdomains: below && left(below.subdomains, below.t),
    missing: below && left(below.missing, below.t),
    adkim,
    aspf,
    testing: t === "y",
  };
}

/** What applies to a name below the domain that has no record of its own; all that it walks has been asked already. */
function belowIt(domain: string, levels: readonly WalkedLevel[]) {
  const walk = walkBelow(domain, levels);
  insist(climbed(walk));
  const record = policyLevel(walk)?.record;
  const requests = record && dmarcRequests(record);
  return requests ? { ...requests, t: record.t } : null;
}

function walkBelow(domain: string, levels: readonly WalkedLevel[]): WalkedLevel[] {
  const [name, ...above] = walkNames(`x.${domain}`);
  const known = above.flatMap((one) => levels.find((level) => level.domain === one) ?? []);
  return [{ domain: name!, record: null, answer: null, count: 0, unknown: null }, ...known];
}

/** Each question with what came of it, and why the walk goes on or ends. */
function stepsOf(levels: readonly WalkedLevel[]): DmarcStep[] {
  const reached = climbed(levels);
  const top = topOf(levels);
  const applies = policyLevel(levels)?.domain;
  const certain = reached.every(({ unknown }) => unknown === null);
  return levels.map((level, place) => {
    const { domain, record, answer, count, unknown } = level;
    const name = `_dmarc.${domain}`;
    const on = place === levels.length - 1 ? "the walk ends: nothing is above" : "the walk goes on";
    const step = (found: DmarcStep["found"], text: string, remark = on): DmarcStep => ({ name, found, text, remark });
    const needless = place >= reached.length ? "asked with the rest; the walk had ended" : undefined;
    if (unknown) return step("unknown", unknown.reason, needless ?? "what follows from it is not known");
    if (answer === null) return step("too-long", "longer than a name may be, so it cannot be there", needless);
    if (count > 1) return step("several", `${count} DMARC records, so none of them counts`, needless);
    if (!record && count === 1) return step("void", "a record with a tag that stands twice, so it is void", needless);
    if (!record && answer.rcode === "NXDOMAIN") return step("no-name", "no such name", needless);
    if (!record)
      return step("none", answer.records.length > 0 ? "text that is no DMARC record" : "no record", needless);
    return step("record", record.text, needless ?? meaning(level, on));
  });

  function meaning({ domain, record }: WalkedLevel, on: string): string {
    const own = domain === levels[0]!.domain;
    const ends = record!.psd === "u" ? `; ${on}` : `; psd=${record!.psd} ends the walk`;
    if (own && applies === domain) return `the domain's own record, so it applies${ends}`;
    if (!certain) return "whether it applies is not known";
    if (applies === domain) {
      const whose = domain === top ? "the organizational domain's" : "the public suffix's";
      return `${whose} record, so it applies${ends}`;
    }
    if (domain === top)
      return `the organizational domain's record; it does not apply, since the domain has its own${ends}`;
    return `neither the domain's nor the organizational domain's record, so it does not apply${ends}`;
  }
}

type Older = Extract<Awaited<ReturnType<typeof dmarc7489.gather>>, { asked: unknown }>;

function olderOf(domain: string, levels: readonly WalkedLevel[], found: Older): DmarcOlder {
  const { organizational, domain: at, asked, record } = found;
  if (organizational !== domain) insist(levels.filter((level) => level.domain === organizational));
  const below = policyLevel7489(walkBelow(domain, levels), organizational)?.record;
  const percent = record?.tags.findLast(({ name }) => name.toLowerCase() === "pct")?.value ?? null;
  return { organizational, at, asked, subdomains: (below && requests7489(below)?.subdomains) ?? null, percent };
}

async function reportsOf(at: string, record: DmarcRecord, evidence: Evidence): Promise<DmarcReport[]> {
  const kinds = [
    ["rua", record.rua, dmarcReportConsent],
    ["ruf", record.ruf, dmarcFailureConsent],
  ] as const;
  const told = await Promise.all(
    kinds.map(async ([tag, uris, fact]) => {
      if (uris.length === 0) return [];
      const known = await evidence.get(fact, at);
      return uris.map(({ uri, host }: ReportUri): DmarcReport => {
        if (known.state === "unknown") return { tag, uri, consent: "unknown", reason: known.reason };
        const found = known.state === "known" ? known.value.find((one) => one.host === host) : undefined;
        if (!found) return { tag, uri, consent: "inside" };
        return { tag, uri, consent: found.consents ? "given" : "missing", name: found.name };
      });
    }),
  );
  return told.flat();
}

async function judged({ from, mailFrom, dkim }: Described, net: Net, evidence: Evidence): Promise<DmarcMessage> {
  const dns = net.dns.bind(net);
  const passed = (domain: string) => ({ result: "pass", domain });
  const all = [
    ...mailFrom.map((domain) => ["spf", domain] as const),
    ...dkim.map((domain) => ["dkim", domain] as const),
  ];
  const evaluated = (spf: readonly string[], signed: readonly string[]): Promise<Known<DmarcOutcome>> =>
    evaluateDmarc({ author: from, spf: spf.map(passed), dkim: signed.map(passed) }, dns).then(
      (value): Known<DmarcOutcome> => ({ state: "known", value }),
      unknown,
    );
  const [outcome, ...identifiers] = await Promise.all([
    evaluated(mailFrom, dkim),
    ...all.map(async ([by, domain]) => {
      const [organizational, alone] = await Promise.all([
        evidence.get(organizationalDomain, domain),
        evaluated(by === "spf" ? [domain] : [], by === "dkim" ? [domain] : []),
      ]);
      const aligned =
        alone.state === "known" ? (by === "spf" ? alone.value.spfAligned : alone.value.dkimAligned) : null;
      return { by, domain, organizational, aligned };
    }),
  ]);
  return { from, identifiers, outcome };
}
