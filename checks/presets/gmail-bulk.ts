import { defineProfile } from "mailworthy";
import { aMessage, dkimKey, dmarcRecord, messageAligned, messageSigned, messageSpf, spfPasses } from "./deciders.js";
import gmailAll from "./gmail-all.js";

const ofAll = gmailAll.requirements.filter(({ id }) => id !== "google/spf-or-dkim");

const questions = {
  title: "Google, Email sender guidelines FAQ",
  date: "2026-03-11",
  url: "https://support.google.com/a/answer/14229414",
};

export default defineProfile({
  name: "gmail-bulk",
  also: ["google-bulk"],
  title: "What Gmail asks of senders of 5,000 and more messages a day",
  heading: "Gmail, bulk senders",
  source: gmailAll.source,
  role: "sends",
  checks: { "env/*": "on", "env/dnssec-validating-resolver": "off", "mailworthy/*": "on" },
  requirements: [
    {
      id: "google/spf",
      text: "SPF passes for every address that sends",
      of: "bulk",
      checks: spfPasses,
      message: messageSpf,
      codes: ["4.7.27", "5.7.27"],
    },
    {
      id: "google/dkim-key",
      text: "Every DKIM selector in use has a key of 1024 bits or more that receivers can use",
      of: "bulk",
      checks: dkimKey,
      codes: ["4.7.30", "5.7.30"],
    },
    {
      id: "google/dkim-signature",
      text: "Each message has a DKIM signature that holds",
      of: "bulk",
      message: messageSigned,
      unseen: aMessage,
      codes: ["4.7.30", "5.7.30"],
    },
    {
      id: "google/dmarc",
      text: "There is a DMARC record with a policy in it, none at least",
      of: "bulk",
      source: questions,
      checks: { ...dmarcRecord, "dmarc/policy-tag": "warn" },
      // The FAQ and the page of codes number it differently.
      codes: ["4.7.31", "4.7.40", "5.7.40"],
    },
    {
      id: "google/alignment",
      text: "The domain in From is that of SPF or of the DKIM signature",
      of: "bulk",
      message: messageAligned,
      unseen: aMessage,
      codes: ["4.7.32", "5.7.32"],
    },
    ...ofAll,
    {
      id: "google/one-click",
      text: "Marketing mail can be unsubscribed from with one click, by HTTPS",
      of: "marketing",
      source: questions,
      message: {
        "msg/one-click-unsubscribe": {
          missing: "not met",
          mailOnly: "not met",
          twoClicks: "not met",
          several: "not met",
          lost: "cannot tell",
        },
      },
      unseen: aMessage,
    },
    {
      id: "google/unsubscribe-link",
      text: "Marketing mail shows a link to unsubscribe in its body",
      of: "marketing",
      message: { "msg/body-unsubscribe-link": "warn" },
      unseen: aMessage,
    },
  ],
});
