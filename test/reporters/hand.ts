import type {
  Exhibit,
  Out,
  Opening,
  Profile,
  Report,
  ReporterFormat,
  ReporterOptions,
  Result,
  Summary,
} from "mailworthy";
import { checks, wide } from "./canned.js";

/** A profile of a plugin, with this text wherever text can stand. */
const profileOf = (text: string): Profile => ({
  name: "acme",
  title: text,
  heading: text,
  source: { title: text, date: "2026-01-01" },
  checks: {},
  requirements: ["not-met", "cannot-tell", "met"].map((state) => ({
    id: `acme/${state}`,
    text,
    of: "all",
    codes: [text],
  })),
});

/** Every kind of exhibit, with this text wherever text from outside can stand. */
const exhibits = (text: string): Exhibit[] => [
  {
    kind: "records",
    name: text,
    type: "TXT",
    rcode: "NOERROR",
    server: text,
    ad: false,
    records: [
      { name: text, type: "TXT", ttl: 1, text },
      { name: text, type: "TXT", ttl: 1, text, file: text, line: 1 },
    ],
  },
  { kind: "records", name: text, type: "MX", rcode: "NXDOMAIN", server: text, ad: true, records: [] },
  {
    kind: "tree",
    title: text,
    source: text,
    root: {
      label: text,
      branches: [
        { label: text, cost: 1, note: text, branches: [{ label: text, branches: [] }] },
        { label: text, branches: [] },
      ],
    },
  },
  {
    kind: "transcript",
    at: text,
    steps: [
      { at: 1, from: "server", text },
      { at: 2, from: "client", text },
      { at: 3, from: "note", text },
    ],
  },
  {
    kind: "certificate",
    at: text,
    chain: [
      {
        subject: `CN=${text}`,
        issuer: text,
        commonName: text,
        names: [text, text],
        ips: [],
        notBefore: "2026-01-01T00:00:00Z",
        notAfter: "2027-01-01T00:00:00Z",
        key: { type: "rsa", bits: 2048 },
        signature: text,
        selfSigned: false,
        ca: false,
        serial: "01",
        sha256: "00",
        spkiSha256: "11",
        der: "",
      },
    ],
  },
  { kind: "table", columns: ["one", text], rows: [[text, 1]] },
  { kind: "diff", from: text, to: text },
];

function results(text: string, domain: string): Result[] {
  const subject = { kind: "domain", name: domain, domain } as const;
  const host = { kind: "host", name: text, domain } as const;
  const data = { text, list: [text] };
  const evidence = exhibits(text);
  const fix = { text, from: text, to: text, command: text };
  return [
    {
      check: "spf/lookup-limit",
      subject,
      status: "fail",
      findings: [{ verdict: "exceeded", level: "fail", text, data, evidence, fix }],
    },
    {
      check: "tls/offered",
      subject: host,
      status: "fail",
      findings: [{ verdict: "missing", level: "fail", text, data }],
    },
    {
      check: "dmarc/policy",
      subject,
      status: "warn",
      findings: [{ verdict: "none", level: "warn", text, data, evidence, fix }],
    },
    {
      check: "spf/present",
      subject,
      status: "pass",
      findings: [{ verdict: "present", level: "pass", text, data, evidence }],
    },
    {
      check: "smtp/greeting",
      subject: host,
      status: "inconclusive",
      reason: text,
      cause: text,
      findings: [],
      evidence,
    },
    { check: "cert/not-expired", subject: host, status: "inconclusive", reason: text, findings: [], evidence },
    {
      check: "ptr/single",
      subject: { kind: "sender", name: text, domain, declared: true },
      status: "skip",
      reason: text,
      findings: [],
    },
    {
      check: "mailworthy/waiver",
      subject: { kind: "waiver", called: "waiver", name: text, check: text, reason: text, until: text },
      status: "skip",
      reason: text,
      findings: [],
    },
  ];
}

/** A run in which this text stands wherever text from outside can, over so many targets. */
export function handmade(text: string, targets = 1): { opening: Opening; reports: Report[]; summary: Summary } {
  const reports = Array.from({ length: targets }, (_, at): Report => {
    const domain = targets === 1 ? text : `${text}${at}`;
    return {
      target: { domain, tags: [text], senders: [text] },
      roles: { roles: ["sends"], declared: false, because: text },
      results: results(text, domain),
      requirements: (["not met", "cannot tell", "met"] as const).map((state) => ({
        requirement: `acme/${state.replaceAll(" ", "-")}`,
        state,
        reason: text,
        grounds: [{ check: "spf/present", subject: text, verdict: "present" }],
      })),
      causes: [{ id: text, text, next: [text, text] }],
    };
  });
  const counts = { pass: targets, skip: 2 * targets, warn: targets, inconclusive: 2 * targets, fail: 2 * targets };
  return {
    opening: {
      tool: "mailworthy 0.0.0",
      at: "2026-11-24T06:03:00.000Z",
      checks,
      profiles: [profileOf(text)],
      total: targets,
      settings: [text],
    },
    reports,
    summary: {
      format: 1,
      tool: "mailworthy 0.0.0",
      at: "2026-11-24T06:03:00.000Z",
      took: 3_100,
      targets,
      messages: 0,
      counts,
      domains: { pass: 0, skip: 0, warn: 0, inconclusive: 0, fail: targets },
      causes: [{ id: text, text, next: [text], results: targets, domains: targets }],
      interrupted: false,
      exit: 1,
    },
  };
}

/** What a reporter writes of a run that is fed to it. */
export async function fed(
  format: ReporterFormat,
  { opening, reports, summary }: { opening: Opening; reports: Iterable<Report>; summary: Summary },
  out: Partial<Out> = {},
  options: ReporterOptions = {},
): Promise<string> {
  let text = "";
  const reporter = format.open({ ...wide, ...out, write: (more) => void (text += more) }, options);
  await reporter.start?.(opening);
  for (const report of reports) await reporter.report?.(report);
  await reporter.end?.(summary);
  return text;
}
