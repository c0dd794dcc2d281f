import { definePreset } from "mailworthy";

export default definePreset({
  name: "receiving",
  title: "Mail can reach the domain: MX, mail hosts, ports, SMTP, TLS and certificates",
  checks: {
    "env/*": "on",
    "mx/*": "on",
    "port/*": "on",
    "port/465-587-open": "off",
    "smtp/*": "on",
    "tls/*": "on",
    "cert/*": "on",
    "mailworthy/*": "on",
  },
});
