import type { ReasonName } from "./bounce-reasons.js";

/**
 * Codes that one provider uses in a way of its own, or that tell more than the registry does: how its replies are known,
 * and its codes by reason. Sources: the providers' own lists of replies; as of 2026-11-24.
 */
export interface ProviderReplies {
  provider: string;
  source: string;
  /** Found in the remote host or the reply, in lower case. */
  known: RegExp;
  codes: readonly (readonly [code: RegExp, reason: ReasonName])[];
}

export const providerReplies: readonly ProviderReplies[] = [
  {
    provider: "Google",
    source: "https://support.google.com/a/answer/3726730",
    known: /\bg(?:oogle|mail)(?:mail)?\.com|gsmtp/,
    codes: [
      [/receiving mail (?:at a rate|too)/, "ratelimited"],
      [/not rfc \d{4} compliant/, "notcompliantrfc"],
      [/\b[45]\.7\.(?:26|27|29|30|31|32|40)\b/, "authfailure"],
      [/\b[45]\.7\.(?:23|25)\b/, "requireptr"],
      [/\b4\.7\.28\b|\b4\.2\.1\b.{0,120}rate/, "ratelimited"],
      [/\b5\.7\.28\b/, "spamdetected"],
      [/\b5\.2\.2\b|\b4\.2\.2\b/, "mailboxfull"],
      [/\b5\.2\.1\b/, "suspend"],
      [/\b5\.5\.1\b.{0,60}does not exist/, "userunknown"],
    ],
  },
  {
    provider: "Microsoft",
    source: "https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online",
    known:
      /outlook\.com|hotmail\.com|office365|microsoft|exchangelabs|protection\.outlook|resolver\.adr|found by smtp address lookup|\bs77719\b|\b5\.4\.1 [^:]{0,60}recipient address rejected|\b[45]\.4\.31\d\b/,
    codes: [
      [/\b5\.1\.10\b|\b5\.4\.1\b.{0,80}recipient address rejected/, "userunknown"],
      [/\b[45]\.4\.310\b/, "hostunknown"],
      [/\b[45]\.4\.31[2-7]\b/, "networkerror"],
      [/\b5\.7\.(?:509|515|23|9|512)\b/, "authfailure"],
      [/\b5\.7\.(?:511|606|60[6-9]|6[1-4]\d)\b|\bs3140\b|\bs3150\b|\bsc-001\b|\bsc-002\b/, "blocked"],
      [/\b5\.7\.70[0-9]\b|\b4\.7\.65\d\b|\bs77[57]\b|\brp-00[123]\b/, "badreputation"],
      [/\b4\.7\.500\b|\bs77719\b/, "ratelimited"],
      [/\b5\.7\.5(?:01|02|03|04|05|06|07|08|10)\b/, "spamdetected"],
      [/\b5\.7\.5[67]\d\b|\b5\.7\.64\b/, "norelaying"],
      [/\b5\.7\.1(?:24|33|34|35|36)\b/, "rejected"],
    ],
  },
  {
    provider: "Yahoo",
    source: "https://senders.yahooinc.com/smtp-error-codes/",
    known: /yahoo|yahoodns|aol\.com|aim\.com/,
    codes: [
      [/\[(?:tss|ts)0[1-3]\]|\[ts0[45]\]/, "badreputation"],
      [/\[(?:tss|ts)0[4-9]\]|\[tss1\d\]/, "ratelimited"],
      [/\[bl\d\d\]/, "blocked"],
      [/\(ia0[1-3]\)|pe\d\d\b|\bad0\d\b/, "blocked"],
      [/\b554 (?:30|dt\d?)\b/, "userunknown"],
      [/\bph01\b|\bcc0\d\b/, "spamdetected"],
    ],
  },
  {
    provider: "Apple",
    source: "https://support.apple.com/102322",
    known: /icloud\.com|\bme\.com|\bmac\.com|apple\.com/,
    codes: [
      [/\[hm08\]|\[cs01\]/, "spamdetected"],
      [/\[hm0[47]\]/, "blocked"],
    ],
  },
  {
    provider: "Orange",
    source: "https://postmaster.orange.fr",
    known: /orange\.fr|wanadoo\.fr|laposte\.net|smtp-in\.orange/,
    codes: [
      [/\bof[cr]_?(?:104|402)\b|\bofr004_104\b|\blpn007_402\b/, "ratelimited"],
      [/\bof[cr]\w{0,5}_(?:416|418)\b|\bofr_?(?:416|418)\b/, "userunknown"],
      [/\bof[cr]\w{0,5}_(?:417)\b/, "mailboxfull"],
      [/\bof[cr]\w{0,5}_(?:506|513|515)\b|\blpn\w{0,5}_(?:506|513|515)\b/, "spamdetected"],
      [/\bof[cr]\w{0,5}_(?:403|405)\b/, "badreputation"],
      [/\blpn\w{0,5}_105\b/, "blocked"],
    ],
  },
  {
    provider: "Tencent QQ",
    source: "https://service.mail.qq.com",
    known: /\bqq\.com/,
    codes: [
      [/mailbox not found|recipient may contain/, "userunknown"],
      [/(?:connection|domain|ip) frequency limit|mail content denied.{0,40}frequency/, "ratelimited"],
      [/mail content denied/, "spamdetected"],
      [/suspected bounce|suspected spam/, "spamdetected"],
    ],
  },
  {
    provider: "Cloudflare",
    source: "https://developers.cloudflare.com/email-routing/postmaster/",
    known: /mx\.cloudflare\.net|cloudflare/,
    codes: [
      [/\b5\.1\.1\b.{0,60}(?:does not exist|not found)/, "userunknown"],
      [/upstream (?:error|temporary)/, "systemerror"],
    ],
  },
];
