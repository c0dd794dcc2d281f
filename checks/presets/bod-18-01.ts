import { defineProfile } from "mailworthy";
import { dmarcRecord, spfRecord } from "./deciders.js";

export default defineProfile({
  name: "bod-18-01",
  title: "What the US directive on email security asks of agencies: its part on mail",
  heading: "BOD 18-01",
  source: {
    title: "CISA, Binding Operational Directive 18-01",
    date: "2017-10-16",
    url: "https://www.cisa.gov/news-events/directives/bod-18-01-enhance-email-and-web-security",
  },
  checks: { "env/*": "on", "env/dnssec-validating-resolver": "off", "mailworthy/*": "on" },
  requirements: [
    {
      id: "bod/starttls",
      text: "Every mail host offers STARTTLS",
      of: "all",
      checks: { "tls/starttls-offered": "fail", "tls/starttls-handshake": "fail" },
    },
    {
      id: "bod/no-ssl",
      text: "No mail host takes SSLv2 or SSLv3",
      of: "all",
      unseen: "SSLv2 and SSLv3 are not tried; TLS libraries of today cannot speak them",
    },
    {
      id: "bod/no-weak-ciphers",
      text: "No mail host takes 3DES or RC4",
      of: "all",
      unseen: "single ciphers are not tried",
    },
    {
      id: "bod/spf",
      text: "The domain has an SPF record that receivers can read",
      of: "all",
      checks: spfRecord,
    },
    {
      id: "bod/dmarc-reject",
      text: "DMARC asks receivers to reject what fails",
      of: "all",
      checks: { ...dmarcRecord, "dmarc/enforcement": { quarantined: "not met", none: "not met", testing: "not met" } },
    },
    {
      id: "bod/dmarc-reports",
      text: "DMARC reports go to the directive's own address, among others",
      of: "all",
      checks: { ...dmarcRecord, "dmarc/rua-present": "warn" },
      unseen: "which address it must be is not looked at: reports@dmarc.cyber.dhs.gov",
    },
  ],
});
