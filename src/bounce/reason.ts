import { bouncePhrases } from "../data/bounce-phrases.js";
import type { ReasonName } from "../data/bounce-reasons.js";
import { providerReplies } from "../data/provider-replies.js";
import { statusCodes } from "../data/status-codes.js";
import { isGeneric } from "./reply.js";

export interface Evidence {
  /** In one line. */
  text: string;
  status: string | null;
  replyCode: string | null;
  host: string | null;
  command: string | null;
}

/**
 * Why: the codes of the provider where it is known, then what the text says, then the status code as the registry has
 * it. Some codes say more than any text, and come first.
 */
export function reasonOf({ text, status, replyCode, host, command }: Evidence): ReasonName {
  const low = text.toLowerCase();
  const known = status === null ? undefined : plain[status.slice(2)];
  const place = `${host ?? ""} ${low}`;
  const coded = providerReplies
    .find((one) => one.known.test(place))
    ?.codes.find(([code]) => code.test(`${status ?? ""} ${low}`))?.[1];
  if (coded) return coded;
  if (known) return known;
  // The codes that begin the further lines of a reply stand between its words.
  const words = low.replace(/\b[45]\d\d-(?:[45]\.\d{1,3}\.\d{1,3} )?/g, "");
  const found = bouncePhrases.find(([, phrases]) => phrases.test(words))?.[0];
  // Who is unknown in answer to MAIL is the sender.
  const said = command === "MAIL" && (found === "userunknown" || found === "hostunknown") ? "rejected" : found;
  const registered = status === null ? null : (statusCodes[status.slice(2)]?.[1] ?? null);
  // What a policy is about, or that something failed, is said better by a code that is not generic.
  if (said !== undefined && !(vague.has(said) && registered !== null && !isGeneric(status!))) return said;
  if (registered !== null) return registered;
  if (said !== undefined) return said;
  if (replyCode !== null && replies[replyCode]) return replies[replyCode];
  return command === "RCPT" && replyCode?.startsWith("5") ? "userunknown" : "undefined";
}

const vague = new Set<ReasonName>(["policyviolation", "systemerror", "expired", "contenterror", "rejected"]);

/** Status codes that leave nothing open. */
const plain: Readonly<Record<string, ReasonName>> = {
  "1.6": "hasmoved",
  "1.7": "rejected",
  "1.8": "rejected",
  "1.10": "notaccept",
  "2.2": "mailboxfull",
  "3.4": "emailtoolarge",
  "7.20": "authfailure",
  "7.21": "authfailure",
  "7.22": "authfailure",
  "7.23": "authfailure",
  "7.24": "authfailure",
  "7.25": "requireptr",
  "7.26": "authfailure",
  "7.29": "authfailure",
  "7.30": "failedstarttls",
};

/** Reply codes that speak for themselves (RFC 5321 §4.2.3, RFC 7504). */
const replies: Readonly<Record<string, ReasonName>> = {
  "421": "networkerror",
  "452": "systemfull",
  "500": "syntaxerror",
  "501": "syntaxerror",
  "502": "syntaxerror",
  "503": "syntaxerror",
  "504": "syntaxerror",
  "521": "notaccept",
  "551": "hasmoved",
  "552": "mailboxfull",
  "556": "notaccept",
};
