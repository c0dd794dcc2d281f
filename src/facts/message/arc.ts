import { defineFact, isAbsent } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { messageVerification } from "./verification.js";

/** The ARC chain of a message (RFC 8617). Unknown where a key of it could not be learnt. */
export const messageArc = defineFact({
  id: "message-arc",
  of: "message",
  async gather(of, { ask }) {
    const found = await ask(messageVerification, of);
    if (isAbsent(found)) return found;
    const { result, ...chain } = found.arc;
    if (result !== "temperror") return { result, ...chain };
    const last = found.unanswered.at(-1);
    throw new NetError((last?.code ?? "servfail") as never, last?.reason ?? "a key of the chain could not be learnt", {
      ...(last?.because && { because: last.because }),
    });
  },
});
