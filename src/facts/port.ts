import { defineFact, isAbsent } from "../fact.js";
import { NetError } from "../net/net.js";
import { familyOf, isPublic } from "../syntax/address.js";
import { addresses } from "./addresses.js";
import { obstacle, outbound25 } from "./outbound-25.js";
import { outcomes } from "./outcomes.js";
import { smtpSession } from "./smtp-session.js";

/**
 * Whether port 25 of a mail host takes connections, by the one session there is with it. A refusal is believed only where
 * a control host shows that port 25 can be reached from here: many networks refuse in the name of the other side.
 */
export const port25 = defineFact({
  id: "port-25",
  of: "address",
  reaches: "smtp",
  deadline: smtpSession.deadline!,
  async gather(of, { ask }) {
    const session = await ask(smtpSession, of);
    if (isAbsent(session)) return session;
    const { outcome, ip } = session;
    if (outcome === "open" || !isPublic(ip)) return { outcome };
    const out = await ask(outbound25, "here");
    const v6 = familyOf(ip) === 6;
    if (!isAbsent(out) && (v6 ? out.v6 : out.v4) === "open") return { outcome };
    const family = v6 ? "IPv6" : "IPv4";
    throw new NetError(
      "blocked",
      `${ip} refuses port 25, but so may this network: no control host opens over ${family}`,
    );
  },
});

/** Whether a port takes connections; of 25 that is known without another one. */
export const port = defineFact({
  id: "port",
  of: "endpoint",
  reaches: "tcp",
  deadline: smtpSession.deadline!,
  async gather(at, { ask, reach }) {
    if (at.port === 25) return ask(port25, { host: at.host, ip: at.ip });
    const { learnt, unlearnt } = await outcomes([reach(at)]);
    if (learnt[0]) return { outcome: learnt[0].outcome };
    throw (await obstacle(at, { ask })) ?? unlearnt[0]!;
  },
});

/** The ports over which a host takes mail from its own users (RFC 8314 §3.3, §7.3): open on one address is open. */
export const submissionPorts = defineFact({
  id: "submission-ports",
  of: "host",
  reaches: "tcp",
  async gather(host, { ask }) {
    const found = await ask(addresses, host);
    if (isAbsent(found)) return found;
    const opens = async (number: number): Promise<boolean> => {
      const { learnt, unlearnt } = await outcomes(found.all.map((ip) => ask(port, { host, ip, port: number })));
      if (learnt.some((one) => !isAbsent(one) && one.outcome === "open")) return true;
      if (unlearnt[0]) throw unlearnt[0];
      return false;
    };
    const [implicit, starttls] = await Promise.all([opens(465), opens(587)]);
    return { implicit, starttls };
  },
});
