import { defineProfile } from "mailworthy";
import {
  aMessage,
  dkimKey,
  dmarcRecord,
  messageAligned,
  messageSigned,
  messageSpf,
  messageWellFormed,
  ptrConfirmed,
  spfPasses,
} from "./deciders.js";

const errorCodes = {
  title: "Yahoo, SMTP error codes",
  date: "2026-02-15",
  url: "https://senders.yahooinc.com/smtp-error-codes/",
};

export default defineProfile({
  name: "yahoo",
  title: "What Yahoo and AOL ask of senders",
  heading: "Yahoo",
  source: {
    title: "Yahoo, Sender requirements and recommendations",
    date: "2025-04-10",
    url: "https://senders.yahooinc.com/best-practices/",
  },
  role: "sends",
  // Reports are recommended only.
  checks: { "env/*": "on", "env/dnssec-validating-resolver": "off", "mailworthy/*": "on", "dmarc/rua-present": "on" },
  requirements: [
    {
      id: "yahoo/spf",
      text: "SPF passes for every address that sends",
      of: "bulk",
      checks: spfPasses,
      message: messageSpf,
    },
    {
      id: "yahoo/dkim-key",
      text: "Every DKIM selector in use has a key of 1024 bits or more that receivers can use",
      of: "bulk",
      checks: dkimKey,
    },
    {
      id: "yahoo/dkim-signature",
      text: "Each message has a DKIM signature that holds",
      of: "bulk",
      message: messageSigned,
      unseen: aMessage,
    },
    {
      id: "yahoo/dmarc",
      text: "There is a DMARC record, with a policy of none at least",
      of: "bulk",
      checks: dmarcRecord,
    },
    {
      id: "yahoo/alignment",
      text: "DMARC passes: the domain in From is that of SPF or of the DKIM signature",
      of: "bulk",
      message: messageAligned,
      unseen: aMessage,
    },
    {
      id: "yahoo/ptr",
      text: "Addresses that send have a PTR name that leads back and does not look like that of a dial-up line",
      of: "all",
      checks: { ...ptrConfirmed, "ptr/not-generic": "warn" },
    },
    {
      id: "yahoo/domain-exists",
      text: "The domain that sends exists in DNS",
      of: "all",
      source: errorCodes,
      checks: { "dns/soa-at-sender-domain": "fail" },
    },
    {
      id: "yahoo/answerable",
      text: "The domain that sends has no null MX",
      of: "all",
      source: errorCodes,
      checks: { "mx/null-mx-but-sends": "fail" },
    },
    {
      id: "yahoo/message-format",
      text: "Messages keep to RFC 5321 and RFC 5322",
      of: "all",
      message: messageWellFormed,
      unseen: aMessage,
    },
    {
      id: "yahoo/one-click",
      text: "Marketing mail can be unsubscribed from by its header, with one click or by mail, and shows a link",
      of: "marketing",
      message: {
        // A way out by mail is enough.
        "msg/one-click-unsubscribe": { missing: "not met", twoClicks: "not met", lost: "cannot tell" },
        "msg/body-unsubscribe-link": "warn",
      },
      unseen: aMessage,
    },
    {
      id: "yahoo/spam-rate",
      text: "Fewer than 3 in 1,000 messages are reported as spam",
      of: "all",
      unseen: "needs Yahoo's complaint feedback: https://senders.yahooinc.com",
    },
  ],
});
