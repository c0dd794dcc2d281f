import { absent, defineFact, isAbsent } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { isOneClick, parseListUnsubscribe } from "../../syntax/list-unsubscribe.js";
import { unfolded } from "../../syntax/message.js";
import { asSent } from "./fields.js";
import { messageParts } from "./parts.js";
import { messageSignatures } from "./signatures.js";

/** Fields that programs for mail to many put in. */
const marks = [
  "list-unsubscribe",
  "list-id",
  "list-help",
  "feedback-id",
  "x-csa-complaints",
  "x-campaign-id",
  "x-mailgun-tag",
];

/** What marks a message as one to many: absent where nothing does. */
export const messageBulk = defineFact({
  id: "message-bulk",
  of: "message",
  reaches: "file",
  async gather(of, { ask }) {
    const found = await asSent(of, ask);
    if (isAbsent(found)) return found;
    const field = found.fields.find(
      (one) => marks.includes(one.key) || (one.key === "precedence" && /^(?:bulk|list)$/i.test(unfolded(one))),
    );
    return field
      ? { mark: field.name, line: field.line }
      : absent("nothing marks the message as one to many recipients");
  },
});

/** How a message lets its readers unsubscribe in its header, and whether a valid signature covers that (RFC 8058 §4). */
export const messageUnsubscribe = defineFact({
  id: "message-unsubscribe",
  of: "message",
  async gather(of, { ask }) {
    const [found, bulk] = await Promise.all([asSent(of, ask), ask(messageBulk, of)]);
    if (isAbsent(found)) return found;
    if (isAbsent(bulk)) return bulk;
    const values = found.fields.filter(({ key }) => key === "list-unsubscribe").map(unfolded);
    const posts = found.fields.filter(({ key }) => key === "list-unsubscribe-post").map(unfolded);
    const uris = values.flatMap(parseListUnsubscribe);
    const common = {
      mark: bulk.mark,
      fields: values.length,
      uris,
      post: posts[0] ?? null,
      oneClick: posts.length === 1 && isOneClick(posts[0]!),
    };
    if (posts.length === 0) return { ...common, covered: null, lost: false };
    const signed = await ask(messageSignatures, of);
    if (isAbsent(signed)) {
      return found.sent
        ? { ...common, covered: false, lost: false }
        : absent(`${signed.reason} yet; the server that sends it may sign it`);
    }
    const covers = signed.signatures.filter(
      ({ signature }) =>
        signature.signed.includes("list-unsubscribe") && signature.signed.includes("list-unsubscribe-post"),
    );
    const covered = covers.some(({ result }) => result === "pass");
    if (!covered && covers.some(({ result }) => result === "temperror")) {
      const [first] = signed.unanswered;
      throw new NetError((first?.code ?? "servfail") as never, first?.reason ?? "a key could not be learnt");
    }
    return { ...common, covered, lost: !covered && covers.some((one) => one.lost) };
  },
});

/** The word for leaving a list, in languages that mail is written in most. */
const words =
  /unsubscri|opt[ -]?out|abmelden|abbestell|austragen|d[ée]sabonn|d[ée]sinscri|darse de baja|cancelar (?:la )?suscripci|cancelar (?:a )?(?:inscri|assinatura)|descadastr|disiscri|annulla (?:l'|l’)?iscrizione|afmelden|uitschrijven|avregistrera|avsluta prenumeration|afmeld|avmeld|peruuta tilaus|wypisz|zrezygn|odhl[áa]sit|leiratkoz|dezabon|отпис|відпис|üyelikten|abonelikten|配信停止|購読解除|退订|退訂|取消订阅|수신거부|구독 취소/i;

/** A way to unsubscribe that a reader sees, in a message to many. */
export const messageWayOut = defineFact({
  id: "message-way-out",
  of: "message",
  reaches: "file",
  async gather(of, { ask }) {
    const [found, bulk, parts] = await Promise.all([asSent(of, ask), ask(messageBulk, of), ask(messageParts, of)]);
    if (isAbsent(found)) return found;
    if (isAbsent(bulk)) return bulk;
    if (isAbsent(parts)) return parts;
    const { text, html } = parts;
    if (text === null && html === null) return absent("the message has no text");
    const uris = found.fields
      .filter(({ key }) => key === "list-unsubscribe")
      .flatMap((field) => parseListUnsubscribe(unfolded(field)));
    const link = html?.links.find(
      ({ href, text: shown }) => uris.includes(href) || words.test(shown) || words.test(href),
    );
    if (link) return { link: link.href.slice(0, 500), text: link.text };
    const line = text?.split("\n").find((one) => words.test(one.slice(0, 1_000)));
    return { link: null, text: line?.trim().slice(0, 200) ?? null };
  },
});
