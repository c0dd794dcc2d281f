import { type Part, valueOf } from "../syntax/mime.js";

/** An address as a report has it, without what is around it; null where there is none. */
export const bareAddress = (text: string | null): string | null => {
  const address = text
    ?.replace(/^<|>$/g, "")
    .replace(/^@[^:]{1,500}:/, "") // RFC 5321 §4.1.1.3: a route
    .replace(/^"(.*)"$/, "$1")
    .replace(/^rfc822;\s{0,5}/i, "")
    .replace(/\s?\(.{0,200}\)$/, "")
    .trim();
  return address === undefined || address === "" ? null : address;
};

const addressForm = /[A-Za-z0-9!#$%&'*+/=?^_{|}~.-]{1,128}@(?:[A-Za-z0-9_-]{1,63}\.){1,10}[A-Za-z0-9-]{2,63}/g;

/** The addresses in a text, in lower case, of its beginning only. */
export const addressesIn = (text: string): string[] =>
  [...text.slice(0, 8_000).matchAll(addressForm)].map(([address]) => address.toLowerCase());

/** To whom the message that came back was written. */
export function originalTo(parts: readonly Part[], body: string): string {
  for (const { inside, fields, type, text } of parts) {
    if (inside > 0 && valueOf(fields, "to") !== undefined) return valueOf(fields, "to")!;
    if (type === "text/rfc822-headers") {
      const to = /^To:([^\n]{1,1000})/im.exec(text)?.[1];
      if (to !== undefined) return to;
    }
  }
  return /^>?[ \t]{0,8}To:([^\n]{1,1000})/im.exec(body)?.[1] ?? "";
}
