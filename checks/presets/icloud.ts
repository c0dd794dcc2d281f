import { defineProfile } from "mailworthy";
import { aMessage, dkimKey, dmarcRecord, messageSigned, messageSpf, messageWellFormed, spfPasses } from "./deciders.js";

export default defineProfile({
  name: "icloud",
  title: "What iCloud Mail asks of bulk senders",
  heading: "iCloud Mail, bulk senders",
  source: {
    title: "Apple, Postmaster information for iCloud Mail",
    date: "2025-02-25",
    url: "https://support.apple.com/102322",
  },
  role: "sends",
  checks: { "env/*": "on", "env/dnssec-validating-resolver": "off", "mailworthy/*": "on" },
  requirements: [
    {
      id: "icloud/spf",
      text: "SPF passes for every address that sends",
      of: "bulk",
      checks: spfPasses,
      message: messageSpf,
    },
    {
      id: "icloud/dkim-key",
      text: "Every DKIM selector in use has a key that receivers can use",
      of: "bulk",
      checks: dkimKey,
    },
    {
      id: "icloud/dkim-signature",
      text: "Each message has a DKIM signature that holds",
      of: "bulk",
      message: messageSigned,
      unseen: aMessage,
    },
    {
      id: "icloud/dmarc",
      text: "The domain that sends publishes a DMARC policy",
      of: "bulk",
      checks: dmarcRecord,
    },
    {
      id: "icloud/ptr",
      text: "Addresses that send have a PTR name, which tells whose they are",
      of: "bulk",
      checks: { "ptr/exists": "fail" },
    },
    {
      id: "icloud/message-format",
      text: "Messages keep to RFC 5321 and RFC 5322",
      of: "bulk",
      message: messageWellFormed,
      unseen: aMessage,
    },
    {
      id: "icloud/same-from",
      text: "From is the same in all messages of a kind",
      of: "bulk",
      unseen: "only many messages show whether From is always the same",
    },
    {
      id: "icloud/arc",
      text: "What is forwarded has ARC headers",
      of: "bulk",
      message: { "msg/arc-if-forwarded": { none: "cannot tell", broken: "not met" } },
      unseen: aMessage,
    },
    {
      id: "icloud/unsubscribe",
      text: "Each message has a link to unsubscribe at once",
      of: "bulk",
      message: { "msg/body-unsubscribe-link": "warn" },
      unseen: aMessage,
    },
    {
      id: "icloud/consent",
      text: "Everybody who gets the mail has asked for it, and who left is not written to again",
      of: "bulk",
      unseen: "only the sender knows how the list came about",
    },
  ],
});
