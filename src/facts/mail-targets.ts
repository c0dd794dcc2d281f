import { absent, defineFact, isAbsent, type Tools } from "../fact.js";
import { registrableDomain } from "../data/public-suffixes.js";
import { isWithin, labelsOf, nameOf } from "../syntax/domain-name.js";
import { hostForm } from "../syntax/host-form.js";
import { dmarcReportUris } from "./dmarc/report-uris.js";
import { mx } from "./mx.js";
import { outcomes } from "./outcomes.js";
import { spf } from "./spf/spf.js";
import { mustBeKnown, nodesOf, stepsBelow } from "./spf/tree.js";
import { start } from "./zone.js";

/** A name of somebody else's that mail of a domain hangs on, and by what. */
export interface MailTarget {
  name: string;
  by: string;
}

/** A target whose domain is not there, so that whoever gets it gets what hangs on it. */
export interface Dangling extends MailTarget {
  /** The part of the name that is registered as a whole. */
  domain: string;
  /** It stands right below a top-level domain; what is below a longer suffix may be no domain that anybody can register. */
  certain: boolean;
}

/**
 * What mail of a domain hangs on outside the domain: mail hosts, the names in its SPF record and in those that it
 * includes, hosts that take its reports, where its MTA-STS host leads; and which of that stands in a domain that does not
 * exist.
 */
export const mailTargets = defineFact({
  id: "mail-targets",
  of: "domain",
  async gather(name, tools) {
    const { learnt, unlearnt } = await outcomes(sources.map((source) => source(name, tools)));
    const outside = learnt.flat().filter((one) => !isWithin(one.name, name) && hostForm(one.name) !== "address");
    const targets = [...new Map(outside.map((one) => [one.name, one])).values()];
    const looked = await outcomes(targets.map((one) => danglingAt(one, tools)));
    const dangling = looked.learnt.filter((one) => one !== null);
    const missing = [...unlearnt, ...looked.unlearnt];
    if (dangling.length === 0 && missing[0]) throw missing[0];
    if (targets.length === 0) return absent(`mail of ${name} hangs on no name outside it`);
    return { targets, dangling };
  },
});

type Source = (name: string, tools: Pick<Tools, "ask" | "dns">) => Promise<MailTarget[]>;

const sources: readonly Source[] = [
  async (name, { ask }) => {
    const found = await ask(mx, name);
    if (isAbsent(found)) return [];
    const exchanges = found.exchanges.filter(({ exchange }) => exchange !== ".");
    return exchanges.map(({ exchange }) => ({ name: exchange, by: `MX ${exchange}` }));
  },
  async (name, { ask }) => {
    const found = await ask(spf, name);
    if (isAbsent(found)) return [];
    return [...stepsBelow(found.root)].flatMap(({ term, target }) =>
      target === undefined ? [] : [{ name: target, by: `SPF ${term.text}` }],
    );
  },
  // What stands in a record that nobody gave is not known; what leads to it is.
  async (name, { ask }) => {
    const found = await ask(spf, name);
    if (!isAbsent(found)) mustBeKnown(nodesOf(found.root));
    return [];
  },
  async (name, { ask }) => {
    const found = await ask(dmarcReportUris, name);
    return isAbsent(found) ? [] : found.uris.map(({ host }) => ({ name: host, by: `DMARC reports to ${host}` }));
  },
  async (name, { dns }) => {
    const { aliases } = await dns(`mta-sts.${name}`, "A");
    return aliases.map((target) => ({ name: target, by: `MTA-STS at ${target}` }));
  },
];

/**
 * Whether the domain that a target stands in is missing. Only what its registry itself denies counts, and only where the
 * target is denied too, so that no server that is wrong about names above others can make it so (RFC 8020 §2).
 */
async function danglingAt(target: MailTarget, { ask }: Pick<Tools, "ask">): Promise<Dangling | null> {
  const domain = await registrableDomain(target.name);
  if (domain === null) return null;
  const exists = async (name: string): Promise<boolean> => {
    const found = await ask(start, name);
    return isAbsent(found) || found.exists;
  };
  const suffix = labelsOf(domain).slice(1);
  if ((await exists(domain)) || !(await exists(nameOf(suffix))) || (await exists(target.name))) return null;
  return { ...target, domain, certain: suffix.length === 1 };
}
