import { definePreset } from "mailworthy";

export default definePreset({
  name: "recommended",
  title: "What every domain with mail should hold, whoever its correspondents are",
  checks: { "*": "on" },
});
