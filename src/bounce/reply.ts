/** What a diagnostic text carries that programs can read: all of it found by looking once, at a text of bounded length. */

/** A diagnostic in one line, as it is searched; longer ones are cut. */
export const flattened = (text: string): string => text.slice(0, 4_000).replace(/\s+/g, " ").trim();

const statusForm = /(?:^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?![.\d])/g;

/** The first enhanced status code of class 4 or 5 that is not part of an address or a version. */
export function statusIn(text: string): string | undefined {
  const codes = [...text.matchAll(statusForm)].flatMap(([, code]) => (code!.startsWith("2") ? [] : [code!]));
  return codes.find((code) => !isGeneric(code)) ?? codes[0];
}

/** A status that tells its class and no more, or its subject and no more. */
export const isGeneric = (status: string): boolean => /^\d\.0\.0$|^\d\.\d\.0$/.test(status);

const replyForm = /(?:^|[\s:;"'(<[>,=*#-])([45][0-5]\d)(?=[ \-:,"')\]#]|$)/g;

/** The first SMTP reply code (RFC 5321 §4.2.1). */
export function replyCodeIn(text: string): string | undefined {
  const [, accepted] = /^(25\d)[ -]/.exec(text) ?? [];
  if (accepted) return accepted;
  for (const found of text.matchAll(replyForm)) {
    const before = text.slice(Math.max(0, found.index - 12), found.index + 1).toLowerCase();
    if (/(?:line|port|size|hop|for|after|id|in)\s$/.test(before)) continue;
    return found[1];
  }
  return undefined;
}

const commands: readonly (readonly [command: string, form: RegExp])[] = [
  [
    "DATA",
    /end of data|\.\.\. while talking[^>]{0,200}>>> DATA|(?:reply to|after|sending|to) (?:the )?(?:final dot|DATA|TEXT|end of message|pipelined end)|>>> (?:DATA|\.)|TEXT command/i,
  ],
  ["RCPT", /RCPT\s?TO|\bRCPT\b|>>> RCPT/i],
  ["MAIL", /MAIL FROM(?: command|:)|>>> MAIL/i],
  ["STARTTLS", /STARTTLS/i],
  ["EHLO", /\b(?:EHLO|HELO)\b/],
  [
    "CONN",
    /initial (?:connection|server greeting)|while talking|connect(?:ion)? (?:to|timed|refused)|refused to talk/i,
  ],
];

/** The command that was answered, where the text tells it. */
export const commandIn = (text: string): string | undefined => commands.find(([, form]) => form.test(text))?.[0];

const hostForms: readonly RegExp[] = [
  /\bhost ([\w.-]{1,255})\s?\[/i,
  /\bwhile talking to \[?([\w.-]{1,255})/i,
  /\b(?:connect(?:ed)? to|conversation with|said by|server for the recipient domain \S{1,255} by|by) ([\w-]{1,63}(?:\.[\w-]{1,63}){1,10})\s?[[.(,: ]/i,
  /\bremote (?:host|server|mta)[: ]{1,3}([\w-]{1,63}(?:\.[\w-]{1,63}){1,10})/i,
];

export function hostIn(text: string): string | undefined {
  for (const form of hostForms) {
    const [, host] = form.exec(text) ?? [];
    if (host?.includes(".")) return host.toLowerCase().replace(/\.$/, "");
  }
  return undefined;
}
