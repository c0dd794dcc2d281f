import { absent, defineFact, isAbsent } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { mtaStsPolicy } from "./policy.js";
import { mtaStsRecord } from "./record.js";
import { pageDeadline } from "../web-page.js";

/** The policy that senders go by: record, certificate and text are all in order (RFC 8461 §3, §5). */
export const mtaSts = defineFact({
  id: "mta-sts",
  of: "domain",
  reaches: "https",
  deadline: pageDeadline,
  async gather(name, { ask }) {
    const [published, served] = await Promise.all([ask(mtaStsRecord, name), ask(mtaStsPolicy, name)]);
    if (isAbsent(published)) return published;
    if (isAbsent(served)) return served;
    const { answer, policy } = served;
    const { mode, maxAge, mx, faults } = policy;
    if (published.record.id === null) return absent(`the MTA-STS record of ${name} has no id that counts`);
    if (answer.problem !== undefined) return absent(`senders cannot verify the policy host: ${answer.problem}`);
    if (mode === null || maxAge === null || faults.length > 0)
      return absent(`senders cannot read the MTA-STS policy of ${name}`);
    return { answer, mode, maxAge, mx };
  },
});

/** A policy in force that asks senders to verify the mail hosts; absent under mode none. */
export const mtaStsDemands = defineFact({
  id: "mta-sts-demands",
  of: "domain",
  reaches: "https",
  deadline: pageDeadline,
  async gather(name, { ask }) {
    const policy = await ask(mtaSts, name);
    if (isAbsent(policy)) return policy;
    const { answer, mode, mx } = policy;
    return mode === "none" ? absent(`the policy of ${name} asks nothing of senders (mode none)`) : { answer, mode, mx };
  },
});

/**
 * How serious a mail host is that senders cannot verify, for checks that find fault with one anyway. A policy that could
 * not be learnt is told as such: it makes a fault no less, and the absence of one no more.
 */
export const mtaStsMode = defineFact({
  id: "mta-sts-mode",
  of: "domain",
  reaches: "https",
  deadline: 2 * pageDeadline,
  async gather(name, { ask }): Promise<{ mode: "enforce" | "testing" | "none" | "unknown" }> {
    try {
      const policy = await ask(mtaSts, name);
      return { mode: isAbsent(policy) ? "none" : policy.mode };
    } catch (error) {
      if (error instanceof NetError) return { mode: "unknown" };
      throw error;
    }
  },
});
