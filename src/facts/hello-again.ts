import { defineFact, isAbsent } from "../fact.js";
import { answered } from "./hello.js";
import { stepsOf } from "./smtp-session.js";
import { tls } from "./tls.js";

/** What a mail host can do inside TLS, which is all that counts once it is there (RFC 3207 §4.2). */
export const helloAgain = defineFact({
  id: "hello-again",
  of: "address",
  reaches: "smtp",
  deadline: tls.deadline!,
  async gather(of, { ask }) {
    const secured = await ask(tls, of);
    if (isAbsent(secured)) return secured;
    const { session } = secured;
    return answered(session, session.helloAgain, stepsOf(session, "hello-again"));
  },
});
