import { defineConfig } from "mailworthy";

/** The names of a company, with a rule of its own and a reporter of its own. */
export default defineConfig({
  plugins: ["./index.ts"],
  targets: [{ file: "../domains.txt", tags: ["ours"] }],
  checks: { "acme/owner": "fail" },
  reporters: ["text", "acme/chat:failing.txt"],
});
