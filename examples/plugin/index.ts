import { definePlugin } from "mailworthy";
import chat from "./chat.ts";
import owner from "./owner.ts";

/** A check is its file, its test and its line here; a reporter is its file and its line here. */
export default definePlugin({
  name: "acme",
  checks: [owner],
  reporters: [chat],
});
