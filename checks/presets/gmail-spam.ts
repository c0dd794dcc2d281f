import { defineProfile } from "mailworthy";
import {
  aMessage,
  dkimKey,
  dmarcRecord,
  messageAligned,
  messageSigned,
  messageSpf,
  ptrConfirmed,
  spfPasses,
} from "./deciders.js";
import gmailAll from "./gmail-all.js";

export default defineProfile({
  name: "gmail-spam",
  title: "Mail to Gmail lands in spam: what to look at, in this order",
  heading: "Mail in Gmail's spam folder",
  source: gmailAll.source,
  role: "sends",
  steps: true,
  checks: { "env/*": "on", "env/dnssec-validating-resolver": "off", "mailworthy/*": "on" },
  requirements: [
    {
      id: "gmail-spam/blocklists",
      text: "Neither the domain nor an address that sends is on a blocklist",
      of: "all",
      checks: { "dnsbl/spamhaus-zen": "warn", "dnsbl/ip-listed": "warn", "dnsbl/domain-listed": "warn" },
    },
    {
      id: "gmail-spam/spf",
      text: "SPF covers every address that sends",
      of: "all",
      checks: spfPasses,
      message: messageSpf,
      codes: ["5.7.26", "5.7.27"],
    },
    {
      id: "gmail-spam/dkim",
      text: "The DKIM key in DNS is the one that mail is signed with",
      of: "all",
      checks: { ...dkimKey, "dkim/matches-private-key": "fail" },
      message: messageSigned,
      codes: ["5.7.26", "5.7.30"],
    },
    {
      id: "gmail-spam/dmarc",
      text: "There is a DMARC record with a policy in it, which mail can pass",
      of: "all",
      checks: { ...dmarcRecord, "dmarc/policy-tag": "warn" },
      message: { ...dmarcRecord, "dmarc/policy-tag": "warn", ...messageAligned },
      codes: ["5.7.26", "5.7.40"],
    },
    {
      id: "gmail-spam/ptr",
      text: "Each address that sends is named by a PTR record, and greets by that name",
      of: "all",
      checks: { ...ptrConfirmed, "helo/matches-ptr": "warn" },
      codes: ["5.7.25"],
    },
    {
      id: "gmail-spam/content",
      text: "The message reads like one that was asked for: text beside HTML, a way to unsubscribe, links that are clean",
      of: "all",
      message: {
        "msg/html-plain-parity": "warn",
        "msg/body-unsubscribe-link": "warn",
        "msg/link-domains-listed": "warn",
      },
      unseen: aMessage,
    },
    {
      id: "gmail-spam/postmaster-tools",
      text: "Few recipients report the mail as spam",
      of: "all",
      unseen: "needs Postmaster Tools: https://postmaster.google.com",
    },
  ],
});
