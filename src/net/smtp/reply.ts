import { bounds } from "../../bounds.js";
import { NetError, type Reply } from "../net.js";
import type { Wire } from "./wire.js";

/** Who reads a reply along: each line as it comes, and what is odd about it and changes nothing. */
export interface Hearing {
  line(text: string): void;
  remark(text: string): void;
}

/** The whole reply until that time of the wire; a slow line does not give the next one more of it. */
export async function readReply(wire: Pick<Wire, "read">, until: number, hearing: Hearing): Promise<Reply> {
  const lines: string[] = [];
  let size = 0;
  let all: string | undefined;
  for (;;) {
    const { text, bare } = await wire.read(until);
    hearing.line(text);
    if (bare) hearing.remark("the server ends lines with LF alone");
    const [, code, mark = " ", rest = ""] = /^(\d{3})(?:([ -])(.*))?$/s.exec(text) ?? [];
    if (code === undefined) {
      const shown = text.slice(0, bounds.shown);
      throw new NetError("malformed", `not an SMTP reply: ${shown}`, { said: { text: shown } });
    }
    if (code !== (all ??= code)) hearing.remark("the codes within one reply differ");
    lines.push(rest);
    size += text.length;
    if (mark === " ") return { code: Number(code), lines };
    if (lines.length >= bounds.smtp.replyLines || size > bounds.smtp.reply)
      throw new NetError("limit", "a reply without an end");
  }
}

/** The server does not know EHLO, which is older than most servers; HELO is asked then (RFC 5321 §3.2). */
export const isOld = ({ code }: Reply): boolean => [500, 501, 502, 504].includes(code);

/** The keywords of an EHLO reply; its first line is the host's own name (RFC 5321 §4.1.1.1). */
export function keywordsOf({ code, lines }: Reply): Record<string, string> {
  if (code !== 250) return {};
  return Object.fromEntries(
    lines.slice(1).map((line) => {
      const [keyword = "", ...parameters] = line.trim().split(/[ =]+/); // some servers write AUTH=LOGIN
      return [keyword.toUpperCase(), parameters.join(" ")];
    }),
  );
}
