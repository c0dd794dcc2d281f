import { clean, defineReporter, moment } from "mailworthy";
import { digest } from "./digest.js";

/** Slack takes 150 characters of a heading, 3,000 of a section and about 13,000 of a message (its own figures differ). */
const most = 8;

/** A message for an incoming webhook of Slack; sending it is for whoever has the address of the hook. */
export default defineReporter({
  name: "slack",
  title: "a message for a webhook of Slack, as JSON",
  open: (out) =>
    digest(out, most, ({ heading, lines, more, summary: { tool, at } }) => {
      const plain = (text: string): object => ({ type: "plain_text", text, emoji: false });
      const shown = heading.length > 150 ? `${heading.slice(0, 149)}…` : heading;
      return {
        text: clean.slack(heading),
        blocks: [
          { type: "header", text: plain(shown) },
          ...[...lines, ...more].map((text) => ({ type: "section", text: plain(clean.chat(text)) })),
          { type: "context", elements: [plain(`${tool}, ${moment(at)}`)] },
        ],
      };
    }),
});
