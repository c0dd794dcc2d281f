import { bounds } from "../../bounds.js";
import { absent, defineFact, isAbsent } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { readHtml } from "../../syntax/html.js";
import { hasLines } from "../../syntax/message.js";
import { message } from "./message.js";

/**
 * What a message says, decoded: its plain text and its HTML, and what is attached. Bounds are looked at first, since one
 * that is made of very many parts, or of parts in parts, takes long to take apart.
 */
export const messageParts = defineFact({
  id: "message-parts",
  of: "message",
  reaches: "file",
  async gather(of, { ask }) {
    const found = await ask(message, of);
    if (isAbsent(found)) return found;
    const { marks, work, bodyLines, html, depth, header, links } = bounds.message;
    if (!hasLines(found.octets, bodyLines))
      throw new NetError("limit", `more than ${bodyLines} lines; it is not taken apart`);
    const most = Math.min(marks, Math.floor(work / found.octets.length));
    if (!hasMarks(found.octets, most))
      throw new NetError("limit", `more than ${most} lines that may part it; it is not taken apart`);
    const { default: PostalMime } = await import("postal-mime");
    const email = await PostalMime.parse(Buffer.from(found.octets, "latin1"), {
      maxNestingDepth: depth,
      maxHeadersSize: header,
      maxRfc822NestingDepth: 0,
      attachmentEncoding: "arraybuffer",
    }).catch((error: unknown) => {
      throw new NetError("limit", `it cannot be taken apart: ${(error as Error).message}`);
    });
    if ((email.html?.length ?? 0) > html)
      throw new NetError("limit", `${email.html!.length} characters of HTML; ${html} are looked at`);
    return {
      text: email.text ?? null,
      html: email.html === undefined ? null : { ...readHtml(email.html, links), size: Buffer.byteLength(email.html) },
      attachments: email.attachments.map(({ filename, mimeType, content }) => ({
        name: filename,
        type: mimeType,
        size: typeof content === "string" ? content.length : content.byteLength,
      })),
    };
  },
});

/** Whether so many lines, or fewer, begin as one that parts a message does. */
function hasMarks(octets: string, most: number): boolean {
  let count = 0;
  for (let at = octets.indexOf("\n--"); at >= 0; at = octets.indexOf("\n--", at + 1)) if (++count > most) return false;
  return true;
}

/** The HTML of a message; absent where it has none. */
export const messageHtml = defineFact({
  id: "message-html",
  of: "message",
  reaches: "file",
  async gather(of, { ask }) {
    const found = await ask(messageParts, of);
    if (isAbsent(found)) return found;
    return found.html ?? absent("the message has no HTML");
  },
});
