import { type Cause, absent, defineFact, isAbsent } from "../fact.js";
import { NetError } from "../net/net.js";
import { controls, knock, type Sign } from "./controls.js";
import { outcomes } from "./outcomes.js";

/** The same as the net tells of a connection that has no route. */
export const noIpv6: Cause = { id: "ipv6", text: "this machine has no way to IPv6 addresses" };

/** A way out over IPv6: a control host that answers over it, whatever it answers. Absent where there is no route. */
export const ipv6Egress = defineFact({
  id: "ipv6-egress",
  of: "vantage",
  reaches: "tcp",
  async gather(_, { ask }) {
    const all = await ask(controls, "here");
    const found = isAbsent(all) ? [] : all.filter(({ family }) => family === 6);
    if (found.length === 0) throw new NetError("offline", "no control host has an IPv6 address");
    const answers = (sign: Sign): boolean => sign === "open" || sign === "refused";
    for (const port of [undefined, 443]) {
      const { learnt, unlearnt } = await outcomes(
        found.map(async (control) => ({ ...control, sign: await knock(control, ask, port) })),
      );
      const heard = learnt.find(({ sign }) => answers(sign));
      if (heard) return { host: heard.host, ip: heard.ip };
      if (unlearnt[0]) throw unlearnt[0];
      if (learnt.every(({ sign }) => sign === "unreachable")) return absent("there is no route over IPv6 from here");
    }
    const hosts = found.map(({ host }) => host).join(", ");
    throw new NetError("timeout", `no answer over IPv6 from ${hosts}`, { because: noIpv6 });
  },
});
