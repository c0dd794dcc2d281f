import { defineProfile } from "mailworthy";
import { aMessage, dkimKey, messageSpf, ptrConfirmed, spfPasses } from "./deciders.js";

const codesPage = {
  title: "Google, Gmail SMTP errors and codes",
  date: "2026-02-15",
  url: "https://support.google.com/a/answer/3726730",
};

export default defineProfile({
  name: "gmail-all",
  title: "What Gmail asks of everybody who sends to personal accounts",
  heading: "Gmail, all senders",
  source: {
    title: "Google, Email sender guidelines",
    date: "2026-03-21",
    url: "https://support.google.com/a/answer/81126",
  },
  role: "sends",
  checks: { "env/*": "on", "env/dnssec-validating-resolver": "off", "mailworthy/*": "on" },
  requirements: [
    {
      id: "google/spf-or-dkim",
      text: "SPF passes for every address that sends, or every DKIM selector in use has a key to verify with",
      of: "all",
      checks: spfPasses,
      message: messageSpf,
      or: dkimKey,
      codes: ["4.7.26", "5.7.26"],
    },
    {
      id: "google/spf-entries",
      text: "SPF does not let a good part of the internet send",
      of: "all",
      source: codesPage,
      checks: { "spf/overbroad-network": "fail" },
      codes: ["4.7.24", "5.7.24"],
    },
    {
      id: "google/ptr",
      text: "Addresses that send have a PTR name that leads back to them",
      of: "all",
      checks: ptrConfirmed,
      codes: ["4.7.23", "5.7.25"],
    },
    {
      id: "google/ipv6",
      text: "What is sent over IPv6 has a PTR name and is authenticated",
      of: "all",
      source: codesPage,
      checks: { "ptr/ipv6": { unauthorised: "cannot tell" } },
      codes: ["5.7.1"],
    },
    {
      id: "google/blocklists",
      text: "Addresses that send are on no blocklist",
      of: "all",
      checks: { "dnsbl/spamhaus-zen": "fail", "dnsbl/ip-listed": "fail" },
    },
    {
      id: "google/tls",
      text: "Mail is handed over by TLS",
      of: "all",
      message: { "msg/tls-in-received": "warn" },
      unseen: aMessage,
      codes: ["4.7.29", "5.7.29"],
    },
    {
      id: "google/message-format",
      text: "Messages keep to RFC 5322: one From with one address, a Message-ID, no header twice that may stand once",
      of: "all",
      message: {
        "msg/single-from": "fail",
        "msg/message-id": "fail",
        "msg/single-instance-headers": "fail",
        "msg/line-length-crlf": "fail",
      },
      unseen: aMessage,
      codes: ["5.6.0", "5.7.1"],
    },
    {
      id: "google/own-from",
      text: "The From address is not one at gmail.com",
      of: "all",
      message: { "msg/not-freemail-from": "fail" },
      unseen: aMessage,
    },
    {
      id: "google/spam-rate",
      text: "Fewer than 3 in 1,000 messages are reported as spam",
      of: "all",
      unseen: "needs Postmaster Tools: https://postmaster.google.com",
    },
  ],
});
