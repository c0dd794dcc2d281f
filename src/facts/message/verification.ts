import { bounds } from "../../bounds.js";
import { defineFact, isAbsent } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { message } from "./message.js";
import { messageDelivery } from "./delivery.js";
import { verifySignatures } from "../dnssec/signature-verification.js";

/** What came of the signatures of a message, DKIM and ARC, with the errors as plain values. */
export const messageVerification = defineFact({
  id: "message-verification",
  of: "message",
  async gather(of, { ask, dns, now }) {
    const [found, delivery] = await Promise.all([ask(message, of), ask(messageDelivery, of)]);
    if (isAbsent(found)) return found;
    const count = found.fields.filter(({ key }) => key === "dkim-signature").length;
    const { signatures: most } = bounds.message;
    if (count > most) throw new NetError("limit", `${count} signatures; ${most} are looked at`);
    // A signature counts if it was good when the message came, though it may have expired since (RFC 6376 §3.5, x).
    const received = isAbsent(delivery) || delivery.at === null ? now() : Math.min(Date.parse(delivery.at), now());
    const { dkim, arc, unanswered, keyless } = await verifySignatures(found.octets, { dns, at: new Date(received) });
    return {
      dkim,
      arc,
      keyless,
      unanswered: unanswered.map(({ code, message: reason, because }) => ({
        code,
        reason,
        ...(because && { because }),
      })),
    };
  },
});
