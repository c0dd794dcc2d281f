import { mailProviders } from "../data/mail-providers.js";
import { absent, defineFact, isAbsent } from "../fact.js";
import { isWithin } from "../syntax/domain-name.js";
import { mailHosts } from "./mail-hosts.js";
import { mustBeKnown, nodesOf } from "./spf/tree.js";
import { spf } from "./spf/spf.js";

/**
 * The provider whose hosts take a domain's mail, where it is a known one, and whether the domain's SPF record leads to
 * what that provider asks to be included.
 */
export const mailProvider = defineFact({
  id: "mail-provider",
  of: "domain",
  async gather(name, { ask }) {
    const [hosts, published] = await Promise.all([ask(mailHosts, name), ask(spf, name)]);
    if (isAbsent(hosts)) return hosts;
    if (isAbsent(published)) return published;
    const provider = mailProviders.find((one) => one.hosts.some((end) => hosts.some((host) => isWithin(host, end))));
    if (!provider) return absent(`the mail hosts of ${name} are of no provider that is known here`);
    const nodes = [...nodesOf(published.root)];
    const included = nodes.some(({ domain }) => domain === provider.include);
    if (!included) mustBeKnown(nodes);
    return { provider: provider.name, include: provider.include, included, answer: published.answer };
  },
});
