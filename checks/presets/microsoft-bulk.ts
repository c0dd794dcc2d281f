import { definePreset } from "mailworthy";

export default definePreset({
  name: "microsoft-bulk",
  title: "What Outlook.com asks of senders of 5,000 and more messages a day",
  source: "Microsoft requirements for high-volume senders, 2025-08-02",
  checks: { "env/*": "on", "mailworthy/*": "on" },
});
