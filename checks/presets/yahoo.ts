import { definePreset } from "mailworthy";

export default definePreset({
  name: "yahoo",
  title: "What Yahoo asks of senders",
  source: "Yahoo sender requirements and recommendations, 2025-04-10",
  checks: { "env/*": "on", "mailworthy/*": "on" },
});
