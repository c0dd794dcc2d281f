import { bounds } from "./bounds.js";
import type { Scope } from "./evidence.js";
import type { Known } from "./fact.js";
import { dkimAnswer } from "./facts/dkim/answer.js";
import { ipv4Addresses, ipv6Addresses } from "./facts/addresses.js";
import { mailHosts } from "./facts/mail-hosts.js";
import { spfAddresses } from "./facts/spf/addresses.js";
import { spfFor } from "./facts/spf/for.js";
import type { Skip } from "./result.js";
import type { Kind, Subject } from "./subject.js";
import { canonical } from "./syntax/address.js";
import type { DomainTarget } from "./target.js";

/** In place of a subject that is not there: why not, and what kind of skip it makes where that is certain. */
export type Withheld = Exclude<Known<never>, { state: "known" }> & { skipped?: Skip };
export type Expanded = (Subject | Withheld)[];

/**
 * Everything there is to look at for a target, kind by kind; each kind is found when a check first wants it. A kind
 * with no subject holds the reason instead, so that its checks are skipped or inconclusive and never silently absent.
 */
export function expand(target: DomainTarget, evidence: Scope): (kind: Kind) => Promise<Expanded> {
  const { domain } = target;
  const declared = [...new Set([...(target.selectors ?? []), ...Object.keys(target.keys ?? {})])];
  const found = new Map<Kind, Promise<Expanded>>();
  const subjects = (kind: Kind): Promise<Expanded> => {
    let promise = found.get(kind);
    if (!promise) found.set(kind, (promise = seek(kind)));
    return promise;
  };
  return subjects;

  async function seek(kind: Kind): Promise<Expanded> {
    switch (kind) {
      case "domain":
        return [
          {
            kind,
            name: domain,
            domain,
            ...(declared.length > 0 ? { selectors: declared } : (await isSigning()) ? {} : { guessing: true }),
            ...(target.mailFrom && { mailFrom: [...target.mailFrom] }),
            ...(target.signing && { signing: [...target.signing] }),
          },
        ];
      case "selector":
        return selectors();
      case "host":
        return hosts();
      case "address":
        return (await Promise.all((await subjects("host")).map(addressesOf))).flat();
      case "endpoint":
        return endpoints();
      case "sender":
        return senders();
      case "reverse-path":
        return reversePaths();
      default:
        return [];
    }
  }

  async function selectors(): Promise<Expanded> {
    if (declared.length === 0) return learntSelectors();
    return declared.map((selector) => {
      const expectedKey = target.keys?.[selector];
      return {
        kind: "selector",
        name: `${selector}._domainkey.${domain}`,
        domain,
        selector,
        selectors: declared,
        ...(expectedKey && { expectedKey }),
      };
    });
  }

  /** Those that mail was signed with, as far as their keys are still there. */
  async function learntSelectors(): Promise<Expanded> {
    const learnt = [...new Set(target.learnt?.selectors)];
    if (learnt.length === 0) return [unsaid("no DKIM selector is declared; --selector NAME declares one")];
    const nameOf = (selector: string): string => `${selector}._domainkey.${domain}`;
    const { inUse, retired, unknown } = await sorted(learnt, async (selector) => {
      const known = await evidence.get(dkimAnswer, nameOf(selector));
      if (known.state !== "known") return known;
      return known.value.records.some(({ data }) => data !== "") ? "in use" : "retired";
    });
    const live = inUse.map((selector): Subject => ({
      kind: "selector",
      name: nameOf(selector),
      domain,
      selector,
      selectors: inUse,
      learnt: true,
    }));
    const gone = `learnt from reports and without a key today, so out of use: ${retired.join(", ")}`;
    return [...live, ...unknown, ...(retired.length > 0 ? [not(gone)] : [])];
  }

  /** Whether a selector was learnt that is not certainly out of use. */
  async function isSigning(): Promise<boolean> {
    return (await subjects("selector")).some((one) => "kind" in one || one.state === "unknown");
  }

  function reversePaths(): Expanded {
    const named = [...new Set(target.mailFrom)];
    if (named.length === 0) return [not("no domain of MAIL FROM is declared; --mail-from DOMAIN declares one")];
    return atMost(
      bounds.hosts,
      named.map((name) => ({ kind: "reverse-path", name, domain })),
      `domains in MAIL FROM of ${domain}`,
    );
  }

  async function hosts(): Promise<Expanded> {
    const known: Known<string[]> = target.hosts
      ? { state: "known", value: [...target.hosts] }
      : await evidence.get(mailHosts, domain);
    if (known.state !== "known") return [known];
    return atMost(
      bounds.hosts,
      known.value.map((name) => ({ kind: "host", name, domain })),
      `mail hosts of ${domain}`,
    );
  }

  /** The families apart: what one of them has is looked at though the other gives no answer. */
  async function addressesOf(host: Subject | Withheld): Promise<Expanded> {
    if (!("kind" in host)) return [host];
    const known = await Promise.all([evidence.get(ipv4Addresses, host.name), evidence.get(ipv6Addresses, host.name)]);
    const found = known.flatMap((one): Expanded => {
      if (one.state !== "known") return [one];
      return one.value.addresses.map((name) => ({ kind: "address", name, domain, host: host.name }));
    });
    if (found.length === 0) return [not(`${host.name} has no address`)];
    return atMost(bounds.addresses, found, `addresses of ${host.name}`);
  }

  async function endpoints(): Promise<Expanded> {
    const ports = target.ports ?? [];
    if (ports.length === 0) return [unsaid("no port was asked for; --port NUMBER asks for one")];
    return (await subjects("address")).flatMap((at): Expanded => {
      if (!("kind" in at)) return [at];
      if (at.kind !== "address") return [];
      return ports.map((port) => ({
        kind: "endpoint",
        name: `${at.host}:${port}`,
        domain,
        host: at.host,
        address: at.name,
        port,
      }));
    });
  }

  async function senders(): Promise<Expanded> {
    const named = target.senders ?? [];
    if (named.length === 0 && target.learnt?.senders?.length) return learntSenders(target.learnt.senders);
    const given = named.filter((name) => name !== "spf" && name !== "mx").map(canonical);
    const ips = new Map<string, boolean>(given.map((ip) => [ip, true]));
    const missing: Withheld[] = [];
    if (named.includes("mx")) {
      for (const at of await subjects("address")) {
        if (!("kind" in at)) missing.push(at);
        else if (!ips.has(canonical(at.name))) ips.set(canonical(at.name), false);
      }
    }
    if (named.includes("spf")) {
      const known = await evidence.get(spfAddresses, domain);
      if (known.state !== "known") missing.push(known);
      else for (const ip of known.value.map(canonical)) if (!ips.has(ip)) ips.set(ip, false);
    }
    const found = atMost(
      bounds.senders,
      Array.from(ips, ([name, is]) => ({ kind: "sender", name, domain, declared: is }) as const),
      `sending addresses of ${domain}`,
    );
    if (found.length + missing.length === 0)
      return [unsaid("no sending address is declared; --sender ADDRESS declares one")];
    return [...found, ...missing];
  }

  /** Those that mail was sent from, as far as SPF still lets them send. */
  async function learntSenders(learnt: readonly string[]): Promise<Expanded> {
    const { inUse, retired, unknown } = await sorted([...new Set(learnt.map(canonical))], async (ip) => {
      const known = await evidence.get(spfFor, { ip, domain });
      if (known.state !== "known") return known;
      return known.value.result === "pass" ? "in use" : "retired";
    });
    const live = inUse.map((name): Subject => ({ kind: "sender", name, domain, declared: false, learnt: true }));
    const gone = `learnt from reports and not let by SPF today, so out of use: ${retired.join(", ")}`;
    return [
      ...atMost(bounds.senders, live, `sending addresses of ${domain}`),
      ...unknown,
      ...(retired.length > 0 ? [not(gone)] : []),
    ];
  }
}

/** What was learnt, by whether DNS still bears it out. What DNS gave no answer for is neither in use nor retired. */
async function sorted(
  learnt: readonly string[],
  ask: (one: string) => Promise<"in use" | "retired" | Withheld>,
): Promise<{ inUse: string[]; retired: string[]; unknown: Withheld[] }> {
  const answers = await Promise.all(learnt.map(async (one) => [one, await ask(one)] as const));
  const unknown = answers.flatMap(([, answer]) =>
    typeof answer === "object" && answer.state === "unknown" ? [answer] : [],
  );
  const those = (holds: (answer: "in use" | "retired" | Withheld) => boolean): string[] =>
    answers.filter(([, answer]) => holds(answer)).map(([one]) => one);
  return {
    inUse: those((answer) => answer === "in use"),
    retired: those((answer) => answer === "retired" || (typeof answer === "object" && answer.state === "absent")),
    unknown,
  };
}

/** No more than we look at; that the rest is left out is said in its place. */
function atMost(limit: number, found: Expanded, what: string): Expanded {
  if (found.length <= limit) return found;
  const reason = `${found.length} ${what}; only the first ${limit} are looked at`;
  return [...found.slice(0, limit), { state: "unknown", code: "limit", reason }];
}

const not = (reason: string): Withheld => ({ state: "absent", reason });
const unsaid = (reason: string): Withheld => ({ state: "absent", skipped: "undeclared", reason });
