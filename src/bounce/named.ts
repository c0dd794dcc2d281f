/** Where the text of a bounce names those whom it could not reach. Every look is at one line of bounded length. */
export interface Named {
  address: string;
  /** What the text says about this one. */
  text: string;
}

const bare = String.raw`[A-Za-z0-9!#$%&'*+/=?^_{|}~.\x60-]{1,128}@(?:[A-Za-z0-9_-]{1,63}\.){1,10}[A-Za-z0-9-]{2,63}`;

const spec = String.raw`(?<![\w.+=-])${bare}`;

/** From the most certain way of naming a recipient to the least. */
const forms: readonly RegExp[] = [
  // Exchange, by the name in its directory.
  new RegExp(String.raw`\bSMTP=(${bare})`, "i"),
  // A line that begins with the address: Postfix, qmail, and many that list.
  new RegExp(String.raw`^\s{0,40}(?:[-*>]{1,3} )?<(${spec})>\s{0,10}[:.,;(]?(?:\s|$|\.\.\.)`),
  new RegExp(String.raw`^\s{0,40}(?:[-*>]{1,3} )?["']?(${spec})["']?\s{0,10}(?:[:.,;([]|$|\s[[(-]|\sSMTP|\son \d)`),
  new RegExp(
    String.raw`^\s{0,40}(?:Failed |Final |Original |Invalid |Unknown )?(?:recipients?|to|rcpt to|e-?mail|address|addressee|mailbox|user|account|destinat\w{2,10})(?: address)?\s{0,10}:\s{0,10}["']?<?(?:rfc822;\s?|smtp:)?(${spec})`,
    "i",
  ),
  new RegExp(String.raw`:\s{1,10}<?(${spec})>?[.]?\s{0,40}$`),
  new RegExp(String.raw`\bRCPT TO:\s?<?(${spec})`, "i"),
  new RegExp(
    String.raw`\b(?:deliver(?:ed|y)?|sent?|message|mail|recipients?|user|mailbox|address|account|for|to)\s?(?:\w{1,12} ){0,4}(?:to|for|is|address|user|recipient|mailbox)?:?\s?["'(]?<?(?:mailto:)?(${spec})`,
    "i",
  ),
  new RegExp(String.raw`<?(${spec})>?["')]?\s(?:is|was|has|does|could|cannot|not|on|unknown|:)`, "i"),
];

const begun =
  /^\s{0,10}(?:-{2,}[\s-]{0,20}(?:below this line|this is a copy|original message|(?:un)?sent message|message (?:header|text|body)|begin|returned|start of|the following is|undelivered|copy of|header|transcript of (?:the )?original|included is|inside)|(?:original|returned|your) (?:message|mail)(?: headers?| text)?(?: follows| is|:)|message headers?(?: follow|:)|received:|return-path:|included (?:is|below)|------ this is|the (?:header|body|text) (?:of|from) (?:the|your)|begin(?:ning)? of|x-mailer:|mime-version:|dkim-signature:|delivered-to:)/i;

/** The last of the forms by which also an address is named that the report itself comes from or goes to. */
const plainly = 2;

/** The part of a text that is the report and not the message that came back. */
export function reportOf(text: string, lines: number): string[] {
  const all = text.split("\n", lines);
  const end = all.findIndex((line, at) => at > 0 && begun.test(line.slice(0, 200)));
  return (end < 0 ? all : all.slice(0, end)).map((line) => line.slice(0, 1_000));
}

const nobody = /^(?:postmaster|mailer-daemon|abuse|support|helpdesk|noreply|no-reply|hostmaster|webmaster|admin)@/i;

/** The recipients, each with the lines behind it; `not`: addresses of who writes and who is written to. */
export function namedIn(lines: readonly string[], not: ReadonlySet<string>, most: number): Named[] {
  for (const [certainty, form] of forms.entries()) {
    const found: { address: string; at: number }[] = [];
    for (const [at, line] of lines.entries()) {
      const address = form.exec(line)?.[1]?.replace(/^[.'=]+|[.'-]+$/g, "");
      if (address === undefined || (certainty > plainly && not.has(address.toLowerCase()))) continue;
      if (nobody.test(address) && /contact|assist|help|mail to|please|questions/i.test(line)) continue;
      if (/^\s{0,10}(?:from|sender|reply-to|message-id|subject|date|cc)\s?:/i.test(line)) continue;
      if (found.length < most) found.push({ address, at });
    }
    if (found.length === 0) continue;
    const named = new Map<string, Named>();
    for (const [index, { address, at }] of found.entries()) {
      const until = found[index + 1]?.at ?? Math.min(lines.length, at + 40);
      const text = lines.slice(at, Math.max(until, at + 1)).join("\n");
      const before = named.get(address.toLowerCase());
      if (before) before.text += `\n${text}`;
      else named.set(address.toLowerCase(), { address, text });
    }
    return [...named.values()];
  }
  return [];
}
