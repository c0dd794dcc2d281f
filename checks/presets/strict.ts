import { definePreset } from "mailworthy";

export default definePreset({
  name: "strict",
  title: "Every check there is",
  checks: { "*": "on" },
});
