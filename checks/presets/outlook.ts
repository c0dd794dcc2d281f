import { defineProfile } from "mailworthy";
import { aMessage, dkimKey, dmarcRecord, messageAligned, messageSigned, messageSpf, spfPasses } from "./deciders.js";

const codes = ["5.7.515"];

export default defineProfile({
  name: "outlook",
  also: ["microsoft-bulk"],
  title: "What Outlook.com asks of senders of 5,000 and more messages a day",
  heading: "Outlook.com, bulk senders",
  source: {
    title: "Microsoft, Outlook's new requirements for high-volume senders",
    date: "2025-08-02",
    url: "https://techcommunity.microsoft.com/blog/microsoftdefenderforoffice365blog/4399730",
  },
  role: "sends",
  // That the domain takes answers is recommended only.
  checks: { "env/*": "on", "env/dnssec-validating-resolver": "off", "mailworthy/*": "on", "id/from-deliverable": "on" },
  requirements: [
    {
      id: "outlook/spf",
      text: "SPF passes for every address that sends",
      of: "bulk",
      checks: spfPasses,
      message: messageSpf,
      codes,
    },
    {
      id: "outlook/dkim-key",
      text: "Every DKIM selector in use has a key that receivers can use",
      of: "bulk",
      checks: dkimKey,
      codes,
    },
    {
      id: "outlook/dkim-signature",
      text: "Each message has a DKIM signature that holds",
      of: "bulk",
      message: messageSigned,
      unseen: aMessage,
      codes,
    },
    {
      id: "outlook/dmarc",
      text: "There is a DMARC record, with a policy of none at least",
      of: "bulk",
      checks: dmarcRecord,
      codes,
    },
    {
      id: "outlook/alignment",
      text: "The domain in From is that of SPF or of the DKIM signature",
      of: "bulk",
      message: messageAligned,
      unseen: aMessage,
      codes,
    },
    {
      id: "outlook/ptr",
      text: "Addresses that send have a PTR name",
      of: "all",
      source: {
        title: "Microsoft, Outlook.com Postmaster: policies, practices and guidelines",
        date: "2026-06-15",
      },
      checks: { "ptr/exists": "fail" },
    },
    {
      id: "outlook/unsubscribe",
      text: "Marketing mail shows a link to unsubscribe",
      of: "marketing",
      message: { "msg/body-unsubscribe-link": "warn" },
      unseen: aMessage,
    },
  ],
});
