import { absent, defineFact, isAbsent } from "../../fact.js";
import { type Certificate, NetError } from "../../net/net.js";
import { type PostfixPair, postfixSeen } from "./seen.js";
import { postfixServices } from "./services.js";

/** A service that offers TLS, and the certificates that it is told to use. */
export interface Equipped {
  service: string;
  pairs: PostfixPair[];
}

/**
 * What the services that offer TLS have for it, where more than this machine reaches them; absent where none does. Unknown
 * where a file may not be read, unless what is known is wrong already.
 */
export const postfixCertificates = defineFact({
  id: "postfix-certificates",
  of: "postfix",
  reaches: "file",
  async gather(of, { ask }) {
    const [seen, smtpd] = [await ask(postfixSeen, of), await ask(offering, of)];
    if (isAbsent(seen)) return seen;
    if (isAbsent(smtpd)) return smtpd;
    const services = smtpd.services
      .filter(({ loopback, values }) => !loopback && offersTls(values))
      .map(({ service }): Equipped => ({ service, pairs: seen.pairs.filter((one) => one.services.includes(service)) }));
    if (services.length === 0) return absent("no service offers TLS");
    const pairs = services.flatMap((one) => one.pairs);
    const broken = pairs.some(isBroken) || services.some((one) => one.pairs.length === 0);
    const unread = pairs.find((one) => [one.certificate, one.key].some(({ state }) => isHidden(state)));
    if (unread && !broken) throw hidden(unread, seen.live);
    return { services };
  },
});

const offering = postfixServices(
  "smtpd",
  "smtpd_tls_security_level",
  "smtpd_use_tls",
  "smtpd_enforce_tls",
  "smtpd_tls_wrappermode",
);

/** Whether TLS is on by these settings of a service. */
function offersTls(values: Readonly<Record<string, string>>): boolean {
  const level = values["smtpd_tls_security_level"]!;
  if (level === "may" || level === "encrypt" || values["smtpd_tls_wrappermode"] === "yes") return true;
  return level === "" && [values["smtpd_use_tls"], values["smtpd_enforce_tls"]].includes("yes");
}

/** Whether what is known of a certificate and its key keeps TLS from working. */
const isBroken = ({ certificate, key, matches }: PostfixPair): boolean =>
  [certificate, key].some(({ state, problem }) => state === "missing" || (state === "read" && problem !== undefined)) ||
  matches === false;

const isHidden = (state: string): boolean => state === "unreadable" || state === "elsewhere";

function hidden({ certificate, key }: PostfixPair, live: boolean): NetError {
  const { file, state } = isHidden(certificate.state) ? certificate : key;
  if (live)
    return new NetError("blocked", `${file} may not be read`, {
      because: { id: "postfix root", text: "some files only root may read", next: ["sudo mailworthy postfix"] },
    });
  return new NetError("blocked", `${file} is ${state === "elsewhere" ? "not in the copy" : "not to be read"}`);
}

/** The certificates that services show, each once with its files; absent where none is set. */
export const postfixChains = defineFact({
  id: "postfix-chains",
  of: "postfix",
  reaches: "file",
  async gather(of, { ask }) {
    const seen = await ask(postfixSeen, of);
    if (isAbsent(seen)) return seen;
    if (seen.pairs.length === 0) return absent("no certificate is set");
    const found = seen.pairs.flatMap(({ certificate, chain, services }): Chain[] =>
      chain[0] ? [{ file: certificate.file, services, leaf: chain[0], chain }] : [],
    );
    const unread = seen.pairs.find(({ certificate }) => isHidden(certificate.state));
    if (unread && found.length === 0) throw hidden(unread, seen.live);
    if (found.length === 0) return absent("no certificate can be read");
    return { chains: found };
  },
});

export interface Chain {
  file: string;
  services: string[];
  leaf: Certificate;
  chain: Certificate[];
}
