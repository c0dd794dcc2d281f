import { definePreset } from "mailworthy";

export default definePreset({
  name: "parked",
  title: "A domain without mail says so, and cannot be forged",
  checks: {
    "env/*": "on",
    "mx/*": "on",
    "mx/null-mx-recommended": "off",
    "spf/*": "on",
    "dkim/*": "on",
    "dmarc/*": "on",
    "parked/*": "on",
    "mailworthy/*": "on",
  },
});
