import { bounds } from "./bounds.js";
import { type Check, family } from "./check.js";
import type { Scope } from "./evidence.js";
import type { Expanded, Withheld } from "./expand.js";
import type { Known } from "./fact.js";
import { messageAuthor } from "./facts/message/author.js";
import { fromInside, messageDelivery } from "./facts/message/delivery.js";
import { messageSelectors } from "./facts/message/selectors.js";
import { messageSignatures, type Signed } from "./facts/message/signatures.js";
import type { Identities, Kind } from "./subject.js";
import type { MessageTarget } from "./target.js";

/**
 * Everything there is to look at for a message: itself, and what receivers look at beside it: the domain of its author,
 * the selectors of its signatures and the address it came from.
 */
export function expandMessage(target: MessageTarget, evidence: Scope): (kind: Kind) => Promise<Expanded> {
  const of: Identities["message"] = { file: target.message, envelope: target.envelope ?? {} };
  const author = evidence.get(messageAuthor, of);
  return async (kind) => {
    const known = await author;
    const domain = known.state === "known" ? known.value.domain : undefined;
    switch (kind) {
      case "message": {
        const { message: name, envelope } = target;
        return [{ kind, name, ...(domain !== undefined && { domain }), ...(envelope && { envelope }) }];
      }
      case "domain":
        return domain === undefined ? [known as Withheld] : [{ kind, name: domain, domain }];
      case "selector":
        return selectors(await evidence.get(messageSelectors, of), await evidence.get(messageSignatures, of));
      case "reverse-path":
        return reversePath(await evidence.get(messageDelivery, of), domain);
      case "sender":
        return sender(await evidence.get(messageDelivery, of));
      default:
        return [];
    }
  };
}

/** The checks that are made for a message: on itself, and on who sent it. */
export const onMessage = ({ id, on, role }: Pick<Check, "id" | "on" | "role">): boolean =>
  on === "message" ||
  on === "selector" ||
  // Of the message itself SPF is judged with its own reverse-path, beside DKIM.
  (on === "sender" && family(id) !== "spf") ||
  on === "reverse-path" ||
  (on === "domain" && (role === "sends" || (role === undefined && ofSending.has(family(id)))));

/** Families of what receivers of a message look up about its author's domain. */
const ofSending: ReadonlySet<string> = new Set(["spf", "dkim", "dmarc"]);

/** Those whose keys may be looked at: one that was taken out of use since an old message came is no fault. */
function selectors(
  known: Known<{ name: string; domain: string; selector: string; selectors: string[] }[]>,
  signed: Known<{ signatures: Signed[] }>,
): Expanded {
  if (known.state !== "known") return [known];
  const lost = new Set(
    (signed.state === "known" ? signed.value.signatures : [])
      .filter((one) => one.lost)
      .map(({ signature: { selector, domain } }) => `${selector}._domainkey.${domain}`),
  );
  const live = known.value.filter(({ name }) => !lost.has(name)).slice(0, bounds.message.signatures);
  if (live.length > 0) return live.map((one) => ({ kind: "selector", ...one }));
  return [{ state: "absent", reason: "the keys that signed the message are no longer in DNS" }];
}

/** The domain in MAIL FROM, where the message tells it. */
function reversePath(
  known: Known<{ mailFrom: string | null; spfDomain: string | null }>,
  author: string | undefined,
): Expanded {
  if (known.state !== "known") return [known];
  const { mailFrom, spfDomain: name } = known.value;
  if (!mailFrom || name === null) return [{ state: "absent", reason: "the message does not tell its reverse-path" }];
  return [{ kind: "reverse-path", name, domain: author ?? name }];
}

/** The client as one that sends for the domain of the reverse-path, which SPF is about. */
function sender(known: Known<{ ip: string; range: string | null; spfDomain: string | null }>): Expanded {
  if (known.state !== "known") return [known];
  const reason = fromInside(known.value);
  if (reason !== undefined) return [{ state: "absent", reason }];
  const { ip, spfDomain: domain } = known.value;
  if (domain === null) return [{ state: "absent", reason: "the message does not tell its reverse-path" }];
  return [{ kind: "sender", name: ip, domain, declared: true }];
}
