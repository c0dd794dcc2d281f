import { defineProfile } from "mailworthy";
import { aMessage, dkimKey, dmarcRecord, spfPasses } from "./deciders.js";

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
      text: "Messages keep to RFC 5321 and RFC 5322, and their From is always the same",
      of: "bulk",
      unseen: aMessage,
    },
    {
      id: "icloud/arc",
      text: "What is forwarded has ARC headers",
      of: "bulk",
      unseen: aMessage,
    },
    {
      id: "icloud/unsubscribe",
      text: "Each message has a link to unsubscribe at once",
      of: "bulk",
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
