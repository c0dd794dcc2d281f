import { definePreset } from "mailworthy";

export default definePreset({
  name: "recommended",
  title: "What every domain with mail should hold, whoever its correspondents are",
  // Mail hosts that only receive need not take mail from users.
  checks: { "*": "on", "port/465-587-open": "off" },
});
