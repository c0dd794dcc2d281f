import { definePreset } from "mailworthy";

export default definePreset({
  name: "receiving",
  title: "Mail can reach the domain: MX, mail hosts, ports, SMTP, TLS, certificates and MTA-STS",
  checks: {
    "env/*": "on",
    "env/dnssec-validating-resolver": "off",
    "mx/*": "on",
    "mx/expected-hosts": "off",
    "mx/provider-consistency": "off",
    "port/*": "on",
    "port/465-587-open": "off",
    "smtp/*": "on",
    "tls/*": "on",
    "cert/*": "on",
    "dnssec/bogus": "on",
    "dnssec/denial-ok": "on",
    "dane/*": "on",
    "dane/present": "off",
    "mta-sts/*": "on",
    "mta-sts/present": "off",
    // Each fault of a certificate has a check of its own.
    "mta-sts/mx-cert": "off",
    "tls-rpt/*": "on",
    "mailworthy/*": "on",
  },
});
