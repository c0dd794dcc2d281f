/**
 * What an SMTP reply says beyond its code (RFC 5321 §4.2). A refusal may speak of the server or of the client that asks;
 * only the first is a finding about the server. Texts are free, so whatever is not plainly about the server is not taken
 * for it.
 */
interface Reply {
  code: number;
  lines: readonly string[];
}

/** The reply in one line: its code, then its lines. */
export const replyText = ({ code, lines }: Reply): string =>
  [code, ...lines.map((line) => line.trim()).filter(Boolean)].join(" ");

/** Not now, perhaps later (RFC 5321 §4.2.1). */
export const isTransient = ({ code }: Reply): boolean => code >= 400 && code < 500;

const client =
  /\b(?:abus\w*|access|address(?:es)?|ban(?:ned)?|bl|black\w*|block\w*|client|connection\w*|deni\w*|dnsbl|forbidden|greylist\w*|hello|helo|ip|list\w*|permit\w*|policy|prohibited|ptr|rate|rbl|rdns|reject\w*|reputation|reverse|spam\w*|too|unauthori[sz]ed|you|your)\b|\b5\.7\.\d/i;

/** Whether the text may speak of the client: its address, its reputation, a policy towards it (RFC 3463 §3.8). */
export const isAboutClient = ({ lines }: Pick<Reply, "lines">): boolean => client.test(lines.join(" "));

/** The server does not know the command (RFC 5321 §4.2.4), whoever sends it. */
export const isUnrecognized = (reply: Reply): boolean =>
  (reply.code === 500 || reply.code === 502) && !isAboutClient(reply);

const noService =
  /^(?:[\w.-]+ )?(?:5\.\d{1,3}\.\d{1,3} )?(?:no smtp service(?: here)?|(?:(?:this )?(?:host|server|system) )?(?:does not accept|accepts no) (?:e-?)?mail)[.!]?$/i;

/**
 * A greeting by which a host takes no mail from anybody (RFC 5321 §3.1, RFC 7504 §3). The whole text has to say that and
 * no more: servers that turn away one client begin with the same words, and go on about its address.
 */
export const isNoService = ({ code, lines }: Reply): boolean =>
  (code === 554 || code === 521) && noService.test(lines.join(" ").trim());
