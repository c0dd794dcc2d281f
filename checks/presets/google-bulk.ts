import { definePreset } from "mailworthy";

export default definePreset({
  name: "google-bulk",
  title: "What Gmail asks of senders of 5,000 and more messages a day",
  source: "Google email sender guidelines, 2026-03-21",
  checks: { "env/*": "on", "mailworthy/*": "on" },
});
