import { type Cause, defineFact, isAbsent, type Tools } from "../fact.js";
import { NetError } from "../net/net.js";
import { familyOf } from "../syntax/address.js";
import { type Control, controls, knock, type Sign } from "./controls.js";
import { ipv6Egress, noIpv6 } from "./ipv6-egress.js";
import { outcomes } from "./outcomes.js";

/** The way out of one family: it leads to a control host, to none of them, there is no route, or nothing to try. */
type Way = "open" | "blocked" | "unreachable" | "untried";

/**
 * Whether port 25 can be reached from here at all. Many networks shut it, silently or by refusing in the name of the other
 * side; hosts that are known to answer on it tell the difference. Where none does, 443 shows whether they are up.
 */
export const outbound25 = defineFact({
  id: "outbound-25",
  of: "vantage",
  reaches: "tcp",
  async gather(_, { ask }) {
    const found = await ask(controls, "here");
    if (isAbsent(found)) return found;
    const { learnt, unlearnt } = await outcomes(
      found.map(async (control) => ({ ...control, at25: await knock(control, ask) })),
    );
    if (learnt.length === 0 && unlearnt[0]) throw unlearnt[0];
    const through = new Set(learnt.filter(({ at25 }) => at25 === "open").map(({ family }) => family));
    const tried: Tried[] = await Promise.all(
      learnt.map(async (one) => ({ ...one, at443: through.has(one.family) ? null : await elsewhere(one, ask) })),
    );
    const ways = { v4: wayOf(tried, 4), v6: wayOf(tried, 6) };
    if (ways.v4 !== "open" && ways.v6 !== "open" && ways.v4 !== "blocked" && ways.v6 !== "blocked")
      throw new NetError("unreachable", "there is no route to any control host");
    return { open: through.size > 0, ...ways, tried };
  },
});

/** What a control host did. */
export interface Tried extends Control {
  at25: Sign;
  /** Not asked where 25 is open. */
  at443: Sign | null;
}

function wayOf(all: readonly Tried[], family: 4 | 6): Way {
  const tried = all.filter((control) => control.family === family);
  if (tried.length === 0) return "untried";
  if (tried.some(({ at25 }) => at25 === "open")) return "open";
  const routeless = tried.every(({ at25, at443 }) => at25 === "unreachable" && (at443 ?? at25) === at25);
  return routeless ? "unreachable" : "blocked";
}

/** What port 443 does; nothing is made of it where that cannot be learnt. */
async function elsewhere(control: Control, ask: Tools["ask"]): Promise<Sign | null> {
  const { learnt } = await outcomes([knock(control, ask, 443)]);
  return learnt[0] ?? null;
}

const shut: Cause = {
  id: "env/outbound-25",
  text: "port 25 is blocked from here",
  next: [
    "on a host that may use port 25:  --record mx.mwr",
    "then here:  --replay mx.mwr",
    "or leave out all that needs it:  --skip 'env/outbound-25,port/*,smtp/*,tls/*,cert/*,dane/*'",
  ],
};

/**
 * What stands in the way here, so that silence, or a refusal that a firewall may have sent, says nothing about the host:
 * port 25 shut, or no IPv6. Undefined where nothing is known to.
 */
export async function obstacle(
  { ip, port }: { ip: string; port: number },
  { ask }: Pick<Tools, "ask">,
): Promise<NetError | undefined> {
  const v6 = familyOf(ip) === 6;
  if (v6) {
    const { learnt, unlearnt } = await outcomes([ask(ipv6Egress, "here")]);
    if (isAbsent(learnt[0])) return new NetError("unreachable", learnt[0].reason, { because: noIpv6 });
    if (unlearnt[0]?.because?.id === noIpv6.id) return unlearnt[0];
  }
  if (port !== 25) return undefined;
  const { learnt } = await outcomes([ask(outbound25, "here")]);
  const out = learnt[0];
  if (!out || isAbsent(out) || (v6 ? out.v6 : out.v4) !== "blocked") return undefined;
  return new NetError("blocked", shut.text, { because: shut });
}
