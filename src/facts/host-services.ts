import { bounds } from "../bounds.js";
import { absent, defineFact, isAbsent, type Tools } from "../fact.js";
import { addresses } from "./addresses.js";
import { banner } from "./banner.js";
import { certificate } from "./certificate.js";
import { hello } from "./hello.js";
import { outcomes } from "./outcomes.js";

/** What a mail host shows at one of its addresses. */
export interface Service {
  ip: string;
  /** The name it greets with. */
  banner: string;
  starttls: boolean;
  /** DNS names of its certificate, where there is one. */
  names: string[];
}

/**
 * What a mail host shows at each of its addresses that takes mail; absent where fewer than two do. Differences in STARTTLS
 * and in the names of certificates are certain whatever the other addresses show.
 */
export const hostServices = defineFact({
  id: "host-services",
  of: "host",
  reaches: "smtp",
  deadline: certificate.deadline!,
  async gather(host, { ask }) {
    const found = await ask(addresses, host);
    if (isAbsent(found)) return found;
    const { learnt, unlearnt } = await outcomes(
      found.all.slice(0, bounds.addresses).map((ip) => serviceAt({ host, ip }, ask)),
    );
    const services = learnt.filter((one) => one !== null);
    const differs = (of: (service: Service) => string): boolean => new Set(services.map(of)).size > 1;
    const secure = services.filter(({ starttls }) => starttls);
    const starttls = differs((one) => String(one.starttls));
    const certificates = new Set(secure.map(({ names }) => names.join(" "))).size > 1;
    if (!starttls && !certificates && unlearnt[0]) throw unlearnt[0];
    if (services.length < 2) return absent(`${host} takes mail at one address at most`);
    return { services, differing: { starttls, certificates, banners: differs((one) => one.banner) } };
  },
});

/** Null where the address takes no mail. */
async function serviceAt(of: { host: string; ip: string }, ask: Tools["ask"]): Promise<Service | null> {
  const [greeted, said] = await Promise.all([ask(banner, of), ask(hello, of)]);
  if (isAbsent(greeted) || isAbsent(said)) return null;
  const shown = await ask(certificate, of);
  return {
    ip: of.ip,
    banner: greeted.name,
    starttls: "STARTTLS" in said.keywords,
    names: isAbsent(shown) ? [] : shown.leaf.names.toSorted(),
  };
}
