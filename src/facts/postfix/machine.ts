import { absent, defineFact, isAbsent } from "../../fact.js";
import { postfixSeen } from "./seen.js";

/** The machine that Postfix runs on; absent for a copy of its files. */
export const postfixMachine = defineFact({
  id: "postfix-machine",
  of: "postfix",
  reaches: "file",
  async gather(of, { ask }) {
    const seen = await ask(postfixSeen, of);
    if (isAbsent(seen)) return seen;
    return seen.machine ?? absent(`${of} is a copy; its machine cannot be looked at`);
  },
});
