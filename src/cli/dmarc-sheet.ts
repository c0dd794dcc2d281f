import type { DmarcAsked, DmarcLookup, DmarcMessage, DmarcReport } from "../dmarc/lookup.js";
import type { ExitCode, Status } from "../result.js";
import type { Sheet, SheetLine } from "./sheet.js";

/** A lookup of DMARC as a sheet: the walk, what applies, what it comes to, who is told. */
export function dmarcSheet(found: DmarcLookup, took: number): Sheet {
  return {
    title: found.domain,
    sections: [
      ["Walk", walkOf(found)],
      ["Applies", appliesOf(found)],
      ["Policy", policyOf(found)],
      ["Alignment", alignmentOf(found)],
      ["Reports", found.reports.flatMap(reportOf)],
      ["RFC 7489", olderOf(found)],
      ["Message", found.message ? messageOf(found.message) : []],
    ],
    ...verdictOf(found),
    took,
  };
}

/** What it all comes to, in a line. */
export function verdictOf({ domain, policy, reports, message }: DmarcLookup): {
  status: Status;
  said: string;
  exit: ExitCode;
} {
  if (message) {
    const { outcome, from } = message;
    if (outcome.state !== "known") return { status: "inconclusive", said: outcome.reason, exit: 3 };
    const { result, applied } = outcome.value;
    if (result === "pass") return { status: "pass", said: `the message from ${from} passes DMARC`, exit: 0 };
    if (result === "none") return { status: "fail", said: `no DMARC policy applies to ${from}`, exit: 1 };
    return {
      status: "fail",
      said: `the message from ${from} fails DMARC; receivers are asked for ${applied}`,
      exit: 1,
    };
  }
  if (policy.state === "absent") return { status: "fail", said: policy.reason, exit: 1 };
  if (policy.state === "unknown") return { status: "inconclusive", said: policy.reason, exit: 3 };
  const { asked, applied } = policy.value.itself;
  const unknown = reports.find(({ consent }) => consent === "unknown");
  if (unknown) return { status: "inconclusive", said: unknown.reason!, exit: 3 };
  if (applied === "none") {
    const what = asked === "none" ? "the policy is none" : `the policy of ${asked} is only tested`;
    return { status: "warn", said: `${what}; mail forged in the name of ${domain} is delivered`, exit: 0 };
  }
  return { status: "pass", said: `receivers are asked to ${applied} mail that fails DMARC for ${domain}`, exit: 0 };
}

const marks: Record<string, Status> = { several: "fail", void: "fail", unknown: "inconclusive" };

const walkOf = ({ walk }: DmarcLookup): SheetLine[] =>
  walk.flatMap(({ name, found, text, remark }) => {
    const status = marks[found];
    return [
      { text: name },
      { text, indent: 1, ...(found === "record" && { copied: true as const }), ...(status && { status }) },
      { text: remark, indent: 1 },
    ];
  });

function appliesOf({ domain, policy, organizational }: DmarcLookup): SheetLine[] {
  const top =
    organizational.state === "known"
      ? { text: `organizational domain: ${organizational.value}` }
      : { text: `organizational domain not known: ${organizational.reason}`, status: "inconclusive" as const };
  if (policy.state === "absent") {
    const to = `v=DMARC1; p=none; rua=mailto:dmarc-reports@${domain}`;
    return [
      { text: policy.reason, status: "fail" },
      top,
      { text: `to begin with, publish this at _dmarc.${domain}:` },
      { text: to, copied: true },
    ];
  }
  if (policy.state === "unknown") return [{ text: policy.reason, status: "inconclusive" }, top];
  const { at, inherited } = policy.value;
  return [{ text: `the record at _dmarc.${at}, ${inherited ? `for want of one at ${domain}` : "its own"}` }, top];
}

function policyOf({ domain, policy }: DmarcLookup): SheetLine[] {
  if (policy.state !== "known") return [];
  const { itself, subdomains, missing, testing } = policy.value;
  return [
    { text: `${domain}: ${told(itself)}` },
    { text: `a subdomain of it that exists: ${told(subdomains)}` },
    { text: `a subdomain of it that does not exist: ${told(missing)}` },
    ...(testing ? [{ text: "t=y: a test, so receivers apply the next milder policy" }] : []),
  ];
}

function told(asked: DmarcAsked | null): string {
  if (!asked) return "no record applies";
  return asked.asked === asked.applied ? asked.asked : `${asked.asked}, while tested ${asked.applied}`;
}

function alignmentOf({ policy, organizational }: DmarcLookup): SheetLine[] {
  if (policy.state !== "known") return [];
  const { adkim, aspf } = policy.value;
  const top = organizational.state === "known" ? `within ${organizational.value}` : "of the same organizational domain";
  const mode = (strict: boolean, own: string): string => (strict ? `exactly ${own}` : top);
  return [
    { text: `DKIM: d= ${mode(adkim === "s", "the domain in From")} (adkim=${adkim}, ${words[adkim]})` },
    { text: `SPF: MAIL FROM ${mode(aspf === "s", "the domain in From")} (aspf=${aspf}, ${words[aspf]})` },
  ];
}

const words = { r: "relaxed", s: "strict" };

function reportOf({ tag, uri, consent, name, reason }: DmarcReport): SheetLine[] {
  const first = (text: string, status: Status): SheetLine[] => [
    { text: `${tag === "rua" ? "aggregate" : "failure"} ${uri}`, status },
    { text, indent: 1 },
  ];
  switch (consent) {
    case "inside":
      return first("of the same organization, so nobody need agree", "pass");
    case "given":
      return first(`agreed to at ${name}`, "pass");
    case "missing":
      return [
        ...first("another organization that has not agreed, so receivers send nothing; it agrees by", "warn"),
        { text: `${name} TXT "v=DMARC1"`, indent: 1, copied: true },
      ];
    default:
      return first(`whether it agrees is not known: ${reason}`, "inconclusive");
  }
}

function olderOf({ domain, policy, organizational, older }: DmarcLookup): SheetLine[] {
  if (older.state !== "known") return [{ text: `not known: ${older.reason}`, status: "inconclusive" }];
  const { organizational: top, at, asked, subdomains, percent } = older.value;
  const now = policy.state === "known" ? policy.value : null;
  const lines: SheetLine[] = [];
  if (organizational.state === "known" && organizational.value !== top)
    lines.push({ text: `organizational domain: ${top}, by the Public Suffix List`, status: "warn" });
  if (policy.state !== "unknown" && (asked !== (now?.itself.asked ?? null) || at !== (now?.at ?? at)))
    lines.push({ text: `${domain}: ${asked === null ? "no policy" : `${asked} from _dmarc.${at}`}`, status: "warn" });
  if (now?.testing && asked !== null && asked !== "none")
    lines.push({ text: `t=y is not known to it, so ${asked} is applied`, status: "warn" });
  if (now?.subdomains && subdomains !== now.subdomains.asked)
    lines.push({ text: `a subdomain of it that exists: ${subdomains ?? "no policy"}`, status: "warn" });
  if (
    now?.missing &&
    now.missing.asked !== now.subdomains?.asked &&
    subdomains !== null &&
    now.missing.asked !== subdomains
  )
    lines.push({ text: `np is not known to it: names that do not exist get ${subdomains}`, status: "warn" });
  if (percent !== null && percent !== "100" && asked !== null && asked !== "none")
    lines.push({ text: `pct=${percent}: ${asked} is applied to ${percent} % of the mail that fails`, status: "warn" });
  if (lines.length === 0) return [{ text: "receivers that still go by it find the same" }];
  return [{ text: "receivers that still go by it differ:" }, ...lines];
}

function messageOf({ from, identifiers, outcome }: DmarcMessage): SheetLine[] {
  const lines: SheetLine[] = [{ text: `From: ${from}; SPF and DKIM taken to have passed` }];
  for (const { by, domain, organizational, aligned } of identifiers) {
    const what = by === "spf" ? `MAIL FROM ${domain}` : `d=${domain}`;
    const top = organizational.state === "known" ? `; its organizational domain is ${organizational.value}` : "";
    if (aligned === null) lines.push({ text: `${what}: whether it aligns is not known`, status: "inconclusive" });
    else if (aligned) lines.push({ text: `${what} aligns${top}`, status: "pass" });
    else lines.push({ text: `${what} does not align${top}`, status: "warn" });
  }
  if (outcome.state !== "known") return [...lines, { text: outcome.reason, status: "inconclusive" }];
  const { result, applied, policy, policyDomain } = outcome.value;
  if (result === "none") return [...lines, { text: `no DMARC policy applies to ${from}`, status: "fail" }];
  if (result === "pass") return [...lines, { text: "DMARC passes", status: "pass" }];
  const lowered = applied === policy ? "" : `, ${policy} being tested`;
  return [...lines, { text: `DMARC fails; _dmarc.${policyDomain} asks for ${applied}${lowered}`, status: "fail" }];
}
