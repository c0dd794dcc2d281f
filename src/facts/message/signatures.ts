import { absent, type Cause, defineFact, isAbsent, type Tools } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { type DkimSignature, parseDkimSignature } from "../../syntax/dkim-signature.js";
import { labelsOf } from "../../syntax/domain-name.js";
import { unfolded } from "../../syntax/message.js";
import { message } from "./message.js";
import { messageAuthor } from "./author.js";
import { messageDelivery } from "./delivery.js";
import { asSent } from "./fields.js";
import { messageVerification } from "./verification.js";
import { organizationalDomain } from "../dmarc/organizational-domain.js";
import type { Verified } from "../dnssec/signature-verification.js";

/** A signature of a message, what came of it, and whether it speaks for the author. */
export interface Signed extends Verified {
  signature: DkimSignature;
  line: number;
  /** Of the author's organizational domain (RFC 9989 §4.4.1); null where that could not be learnt. */
  aligned: boolean | null;
  /** It rests on a key that is no longer there, and the message is old enough for that to be usual. */
  lost: boolean;
}

/**
 * Milliseconds after which a signer may take a key away: servers have given up by then what they could not deliver
 * (RFC 5321 §4.5.4.1), so that nobody has a signature left to verify.
 */
const kept = 7 * 24 * 60 * 60 * 1_000;

/** The DKIM signatures of a message, from the top. */
export const messageSignatures = defineFact({
  id: "message-signatures",
  of: "message",
  async gather(of, { ask, now }) {
    const [found, author, delivery] = await Promise.all([
      ask(message, of),
      ask(messageAuthor, of),
      ask(messageDelivery, of),
    ]);
    if (isAbsent(found)) return found;
    const fields = found.fields.filter(({ key }) => key === "dkim-signature");
    if (fields.length === 0) return absent("the message has no DKIM signature");
    const verification = await ask(messageVerification, of);
    if (isAbsent(verification)) return verification;
    const { dkim, unanswered, keyless } = verification;
    const old = !isAbsent(delivery) && delivery.at !== null && now() - Date.parse(delivery.at) > kept;
    const signatures: Signed[] = await Promise.all(
      fields.map(async (field, at) => {
        const signature = parseDkimSignature(unfolded(field));
        const outcome = dkim[at] ?? { result: "neutral" as const, reason: "it cannot be read", bits: null };
        const aligned = isAbsent(author) ? false : await alignment(signature.domain, author.domain, ask);
        const lost =
          old &&
          outcome.result === "neutral" &&
          keyless.includes(`${signature.selector}._domainkey.${signature.domain}`);
        return { ...outcome, signature, line: field.line, aligned, lost };
      }),
    );
    return { signatures, unanswered };
  },
});

/**
 * The signatures where it is certain whether one that speaks for the author passes: unknown where a key, or the
 * organizational domain, could not be learnt and that would tell.
 */
export const messageSigning = defineFact({
  id: "message-signing",
  of: "message",
  async gather(of, { ask }) {
    const [found, sent] = await Promise.all([ask(messageSignatures, of), asSent(of, ask)]);
    if (isAbsent(sent)) return sent;
    if (isAbsent(found)) return sent.sent ? [] : absent(`${found.reason} yet; the server that sends it may sign it`);
    const { signatures, unanswered } = found;
    if (signatures.some(({ result, aligned }) => result === "pass" && aligned === true)) return signatures;
    const open = signatures.some(
      ({ result, aligned }) => (result === "temperror" && aligned !== false) || (result === "pass" && aligned === null),
    );
    if (!open) return signatures;
    throw doubt(unanswered);
  },
});

/** Relaxed alignment. Names that have no two labels in common are of no one organization, and need no walk. */
async function alignment(signer: string, author: string, ask: Tools["ask"]): Promise<boolean | null> {
  if (signer === author) return true;
  const [a, b] = [labelsOf(signer).reverse(), labelsOf(author).reverse()];
  if (a.length < 2 || b.length < 2 || a[0] !== b[0] || a[1] !== b[1]) return false;
  try {
    const [one, other] = await Promise.all([ask(organizationalDomain, signer), ask(organizationalDomain, author)]);
    return !isAbsent(one) && one === other;
  } catch (error) {
    if (error instanceof NetError) return null;
    throw error;
  }
}

/** The signatures that speak for the author, where it is certain which pass. */
export const messageAlignedSignatures = defineFact({
  id: "message-aligned-signatures",
  of: "message",
  async gather(of, { ask }) {
    const found = await ask(messageSignatures, of);
    if (isAbsent(found)) return found;
    const { signatures, unanswered } = found;
    const aligned = signatures.filter((one) => one.aligned === true);
    if (aligned.some(({ result }) => result !== "pass" && result !== "temperror")) return aligned;
    if (signatures.some((one) => one.aligned === null || (one.aligned && one.result === "temperror")))
      throw doubt(unanswered);
    return aligned.length > 0 ? aligned : absent("no signature is of the author's organization");
  },
});

const doubt = ([first]: readonly { code: string; reason: string; because?: Cause }[]): NetError =>
  new NetError((first?.code ?? "servfail") as never, first?.reason ?? "who signed could not be related to the author", {
    ...(first?.because && { because: first.because }),
  });
