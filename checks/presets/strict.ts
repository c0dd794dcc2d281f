import { definePreset } from "mailworthy";

export default definePreset({
  name: "strict",
  title: "Every check, and what only warns elsewhere fails",
  // What is wrong with the place measured from, or with the configuration, is no fault of the domain.
  checks: {
    "*": "fail",
    "env/*": "on",
    "mailworthy/*": "on",
    // Nor is it that a blocklist is dead.
    "dnsbl/self-test": "on",
    // Without a history of runs it stays unknown.
    "dkim/key-age": "off",
    // Sender Score answers only whoever has registered with it.
    "rep/*": "off",
  },
});
