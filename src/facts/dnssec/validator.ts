import { defineFact, type Here, isAbsent } from "../../fact.js";
import { type Answer, NetError } from "../../net/net.js";
import { resolver } from "../resolver.js";

/** Whether the resolver validates: it marks what it says of the root, which is signed, as authenticated (RFC 4035 §3.2.3). */
export const validator = defineFact({
  id: "validator",
  of: "vantage",
  async gather(_, { ask, here }) {
    const found = await ask(resolver, "here");
    if (isAbsent(found)) return found;
    const { answer } = found;
    return { answer, server: answer.server, validates: answer.ad, believed: isBelieved(answer, here) };
  },
});

/** Whether nobody on the way can have set AD: the resolver is on this machine, or the user vouches for the way (RFC 6840 §5.8). */
export const isBelieved = ({ server }: Pick<Answer, "server">, { trustAd }: Here): boolean =>
  trustAd || /^(?:127\.[\d.]+(?::\d+)?|::1|\[::1\](?::\d+)?)$/.test(server);

/** The failure to learn anything about DNSSEC through a resolver that does not validate. */
export const unvalidated = (name: string, server: string): NetError =>
  new NetError(
    "blocked",
    `${server} does not validate DNSSEC, so what it says of ${name} tells nothing of its signatures`,
    {
      because: {
        id: "env/dnssec-validating-resolver",
        text: `resolver ${server} does not validate DNSSEC`,
        next: ["name one that does:  --resolver ADDRESS"],
      },
    },
  );
