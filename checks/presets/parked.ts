import { defineProfile } from "mailworthy";

export default defineProfile({
  name: "parked",
  title: "A domain without mail says so, and cannot be forged",
  heading: "Parked domains",
  source: {
    title: "Internet.nl toolbox, parked domain how-to",
    date: "2024-01-18",
    url: "https://github.com/internetstandards/toolbox-wiki/blob/main/parked-domain-how-to.md",
  },
  role: "parked",
  checks: {
    "env/*": "on",
    "env/dnssec-validating-resolver": "off",
    "mx/*": "on",
    "mx/null-mx-recommended": "off",
    "spf/*": "on",
    "dkim/*": "on",
    "dmarc/*": "on",
    "parked/*": "on",
    "mailworthy/*": "on",
  },
  requirements: [
    {
      id: "closed/null-mx",
      text: "The domain takes no mail: a null MX, alone",
      of: "all",
      checks: { "parked/null-mx": "warn" },
    },
    {
      id: "closed/spf",
      text: "SPF lets nobody send",
      of: "all",
      checks: { "parked/spf-deny": "warn" },
    },
    {
      id: "closed/dmarc",
      text: "DMARC asks receivers to reject, for subdomains too",
      of: "all",
      checks: { "dmarc/present": "warn", "dmarc/record-single": "fail", "parked/dmarc-reject": "warn" },
    },
    {
      id: "closed/dkim",
      text: "There is no DKIM key to sign with",
      of: "all",
      checks: { "parked/dkim-revoked": "warn" },
    },
    {
      id: "closed/subdomains",
      text: "Names that a wildcard makes are closed as well",
      of: "all",
      checks: { "parked/subdomains": "warn" },
    },
    {
      id: "closed/consistent",
      text: "No record contradicts another about mail",
      of: "all",
      checks: { "parked/no-mail-consistent": "warn" },
    },
  ],
});
