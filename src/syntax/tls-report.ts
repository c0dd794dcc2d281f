/**
 * SMTP TLS reports (RFC 8460 §4): JSON in which a sender tells how its TLS sessions with a domain's mail hosts went.
 * What is left out or misspelt is told as a fault and does not stop the rest.
 */
export interface TlsReport {
  org: string;
  contact: string;
  id: string;
  /** Seconds since 1970, UTC; null where not told. */
  begin: number | null;
  end: number | null;
  policies: TlsReportPolicy[];
  faults: string[];
}

export interface TlsReportPolicy {
  /** `sts`, `tlsa` or `no-policy-found`. */
  type: string;
  domain: string;
  /** The policy as the sender saw it, a line or record each. */
  lines: string[];
  /** Mail hosts that the policy names. */
  hosts: string[];
  succeeded: number;
  failed: number;
  failures: TlsFailure[];
}

export interface TlsFailure {
  /** RFC 8460 §4.3. */
  type: string;
  sendingMta: string;
  receivingHost: string;
  receivingAddress: string;
  sessions: number;
  reason: string;
}

export interface TlsReportLimits {
  policies: number;
  failures: number;
  /** Lines and hosts of one policy. */
  lines: number;
  /** Characters of a text. */
  text: number;
}

export type ReadTlsReport =
  | { ok: true; report: TlsReport }
  | { ok: false; /** Whether it is a report at all. */ foreign: boolean; line?: number; error: string };

type Bag = Readonly<Record<string, unknown>>;

/** Reads a report in JSON; says of what is none why not. */
export function readTlsReport(text: string, limits: TlsReportLimits): ReadTlsReport {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    return { ok: false, foreign: !/"policies"/.test(text), ...placeOf(error as Error, text) };
  }
  const report = bagOf(value);
  const policies = report["policies"];
  if (!Array.isArray(policies))
    return { ok: false, foreign: true, error: "JSON, but no TLS report: no policies in it" };
  if (policies.length > limits.policies)
    return { ok: false, foreign: false, error: `more than ${limits.policies} policies` };
  const faults: string[] = [];
  const words = (bag: Bag, ...names: string[]): string => {
    const found = names.map((name) => bag[name]).find((one) => typeof one === "string" || typeof one === "number");
    return found === undefined ? "" : String(found).slice(0, limits.text);
  };
  const count = (bag: Bag, name: string): number => {
    const told = bag[name];
    const number = typeof told === "string" && /^\d{1,12}$/.test(told) ? Number(told) : told;
    if (typeof number === "number" && Number.isInteger(number) && number >= 0 && number < 1e12) return number;
    faults.push(told === undefined ? `no ${name}` : `${name} is no number`);
    return 0;
  };
  const list = (value: unknown): string[] =>
    [value ?? []]
      .flat()
      .filter((one): one is string => typeof one === "string")
      .slice(0, limits.lines)
      .map((one) => one.slice(0, limits.text));
  const domain = (text: string): string => text.replace(/\.$/, "").toLowerCase();

  const found = policies.map(bagOf).map((entry): TlsReportPolicy => {
    const [policy, summary] = [bagOf(entry["policy"]), bagOf(entry["summary"])];
    const details = [entry["failure-details"] ?? []].flat();
    if (details.length > limits.failures)
      faults.push(`${details.length} failures of one policy; only the first ${limits.failures} are kept`);
    const named = domain(words(policy, "policy-domain"));
    if (named === "") faults.push("a policy without policy-domain");
    return {
      type: words(policy, "policy-type").toLowerCase(),
      domain: named,
      lines: list(policy["policy-string"]),
      hosts: list(policy["mx-host"] ?? policy["mx-host-pattern"]).map(domain),
      succeeded: count(summary, "total-successful-session-count"),
      failed: count(summary, "total-failure-session-count"),
      failures: details
        .slice(0, limits.failures)
        .map(bagOf)
        .map((detail) => ({
          type: words(detail, "result-type").toLowerCase(),
          sendingMta: words(detail, "sending-mta-ip"),
          receivingHost: domain(words(detail, "receiving-mx-hostname")),
          receivingAddress: words(detail, "receiving-ip"),
          sessions: count(detail, "failed-session-count"),
          reason: words(detail, "failure-reason-code", "additional-information", "additional-info-uri"),
        })),
    };
  });
  const range = bagOf(report["date-range"]);
  const [begin, end] = ["start-datetime", "end-datetime"].map((name) => timeOf(words(range, name)));
  if (begin === null || end === null) faults.push("its date range cannot be read");
  return {
    ok: true,
    report: {
      org: words(report, "organization-name"),
      contact: words(report, "contact-info"),
      id: words(report, "report-id"),
      begin: begin!,
      end: end!,
      policies: found,
      faults: faults.slice(0, 20),
    },
  };
}

const bagOf = (value: unknown): Bag =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Bag) : {};

/** RFC 3339 §5.6, the only form that RFC 8460 §4.4 knows. */
function timeOf(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/i.test(text)) return null;
  const time = Date.parse(text.replace(" ", "T"));
  return Number.isNaN(time) ? null : Math.floor(time / 1_000);
}

/** What the parser says is wrong, and in which line. */
function placeOf({ message }: Error, text: string): { line?: number; error: string } {
  const at = /position (\d+)/.exec(message)?.[1];
  const end = /Unexpected end/.test(message) ? text.length : undefined;
  const offset = at === undefined ? end : Number(at);
  const [said = ""] = message.split(/,? ?(?:in JSON|"\.\.\.|\.\.\."| at position)/);
  return {
    ...(offset !== undefined && { line: text.slice(0, offset).split("\n").length }),
    error: `no JSON: ${said.replace(/, ".*$/s, "")}`,
  };
}
