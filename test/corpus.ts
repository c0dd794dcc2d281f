import { readFileSync } from "node:fs";

/** Text that tries to be more than text, by the sink it aims at. */
export interface Hostile {
  id: string;
  text: string;
}

/** UTF-8 that may hold lone surrogates, which a decoder would replace. */
function decoded(base64: string): string {
  const bytes = Buffer.from(base64, "base64");
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at]!;
    const size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    let code = size === 1 ? lead : lead & (0xff >> (size + 1));
    for (const byte of bytes.subarray(at + 1, at + size)) code = (code << 6) | (byte & 0x3f);
    text += String.fromCodePoint(code);
    at += size;
  }
  return text;
}

export const hostile: readonly Hostile[] = readFileSync(new URL("hostile.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { id: string; base64: string })
  .map(({ id, base64 }) => ({ id, text: decoded(base64) }));

/** Text that looks odd and does no harm anywhere; `csv` tells what a spreadsheet must not take for a formula. */
export const harmless: readonly string[] = [
  "11 lookups; receivers stop at 10, so SPF fails for every message",
  "v=spf1 include:_spf.example.com ip4:192.0.2.0/24 -all",
  "v=DMARC1; p=none; rua=mailto:dmarc@example.com!10m",
  "mx1.example.com [192.0.2.25]:25",
  "2001:db8::1",
  "::1",
  "::ffff:192.0.2.1",
  "fe80::1 and ::",
  "Net::DNS 1.36 on a host",
  "550 5.7.26 This mail has been blocked",
  "Grüße aus München, naïve café",
  "日本語のテスト",
  "Ελληνικά и кириллица",
  "a|b & c < d > e \"f\" 'g'",
  "50% of $5 is #1",
  "C:\\mail\\queue",
  "[x](y) *z* _w_ `v`",
  "{count} of {limit}",
  "# comment ## heading",
  "s1._domainkey.example.com",
  "→ … – × ≥",
];

/** A character that acts where it should only be seen. */
export const acting =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udfff]/;

/** Names of the workflow commands that GitHub's runner obeys. */
const commands =
  "add-mask|add-matcher|remove-matcher|debug|warning|error|notice|group|endgroup|echo|save-state|set-output|set-env|add-path|stop-commands|internal-set-repo-path";
const github = new RegExp(`^\\s*::(?:${commands})(?:\\s[^\\n]*?)?::`, "i");

/** The lines of a log that a build server would obey. */
export function obeyed(log: string): string[] {
  return log
    .split(/\r\n|\r|\n/)
    .filter(
      (line) =>
        github.test(line) ||
        /##(?:\[|vso\[|teamcity\[)/i.test(line) ||
        /\[\[ATTACHMENT/i.test(line) ||
        /^(?:---|\+\+\+|~~~) /.test(line),
    );
}
