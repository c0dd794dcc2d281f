import { bounds } from "./bounds.js";
import type { Scope } from "./evidence.js";
import type { Known } from "./fact.js";
import { addresses } from "./facts/addresses.js";
import { mailHosts } from "./facts/mail-hosts.js";
import { spfAddresses } from "./facts/spf-addresses.js";
import type { Kind, Subject } from "./subject.js";
import type { Target } from "./target.js";

/** In place of a subject that is not there: why not. */
export type Withheld = Exclude<Known<never>, { state: "known" }>;
export type Expanded = (Subject | Withheld)[];

/**
 * Everything there is to look at for a target, kind by kind; each kind is found when a check first wants it. A kind
 * with no subject holds the reason instead, so that its checks are skipped or inconclusive and never silently absent.
 */
export function expand(target: Target, evidence: Scope): (kind: Kind) => Promise<Expanded> {
  const { domain } = target;
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
        return [{ kind, name: domain, domain }];
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
      default:
        return [];
    }
  }

  function selectors(): Expanded {
    const named = [...new Set([...(target.selectors ?? []), ...Object.keys(target.keys ?? {})])];
    if (named.length === 0) return [not("no DKIM selector is declared; --selector NAME declares one")];
    return named.map((selector) => {
      const expectedKey = target.keys?.[selector];
      return {
        kind: "selector",
        name: `${selector}._domainkey.${domain}`,
        domain,
        selector,
        ...(expectedKey && { expectedKey }),
      };
    });
  }

  async function hosts(): Promise<Expanded> {
    const known: Known<string[]> = target.hosts
      ? { state: "known", value: [...target.hosts] }
      : await evidence.get(mailHosts, domain);
    if (known.state !== "known") return [known];
    return known.value.slice(0, bounds.hosts).map((name) => ({ kind: "host", name, domain }));
  }

  async function addressesOf(host: Subject | Withheld): Promise<Expanded> {
    if (!("kind" in host)) return [host];
    const known = await evidence.get(addresses, host.name);
    if (known.state !== "known") return [known];
    return known.value.all
      .slice(0, bounds.addresses)
      .map((name) => ({ kind: "address", name, domain, host: host.name }));
  }

  async function endpoints(): Promise<Expanded> {
    const ports = target.ports ?? [];
    if (ports.length === 0) return [not("no port was asked for; --port NUMBER asks for one")];
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
    const declared = named.filter((name) => name !== "spf" && name !== "mx");
    const ips = new Map<string, boolean>(declared.map((ip) => [ip, true]));
    const missing: Withheld[] = [];
    if (named.includes("mx")) {
      for (const at of await subjects("address")) {
        if (!("kind" in at)) missing.push(at);
        else if (!ips.has(at.name)) ips.set(at.name, false);
      }
    }
    if (named.includes("spf")) {
      const known = await evidence.get(spfAddresses, domain);
      if (known.state !== "known") missing.push(known);
      else for (const ip of known.value) if (!ips.has(ip)) ips.set(ip, false);
    }
    const found: Expanded = [...ips]
      .slice(0, bounds.senders)
      .map(([name, is]) => ({ kind: "sender", name, domain, declared: is }));
    if (found.length + missing.length === 0)
      return [not("no sending address is declared; --sender ADDRESS declares one")];
    return [...found, ...missing];
  }
}

const not = (reason: string): Withheld => ({ state: "absent", reason });
