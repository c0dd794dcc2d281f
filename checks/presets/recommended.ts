import { definePreset } from "mailworthy";

export default definePreset({
  name: "recommended",
  title: "What every domain with mail should hold, whoever its correspondents are",
  checks: {
    "*": "on",
    // Mail hosts that only receive need not take mail from users.
    "port/465-587-open": "off",
    // New checks come in with a later version, so that nobody's build breaks overnight; `strict` has them.
    "dns/*": "off",
    "mta-sts/*": "off",
    "tls-rpt/*": "off",
    "bimi/*": "off",
    "parked/*": "off",
  },
});
