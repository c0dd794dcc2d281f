import { clean, defineReporter, moment } from "mailworthy";
import { digest } from "./digest.js";

/** A message of Teams may have 28 KB. */
const most = 8;

/**
 * An adaptive card for a workflow of Teams that a webhook starts; sending it is for whoever has the address. Text from
 * outside stands in text runs, where nothing is markup.
 */
export default defineReporter({
  name: "teams",
  title: "a card for a webhook of Teams, as JSON",
  open: (out) =>
    digest(out, most, ({ heading, lines, more, summary: { tool, at } }) => {
      const run = (text: string, look: object = {}): object => ({
        type: "RichTextBlock",
        inlines: [{ type: "TextRun", text: clean.chat(text), ...look }],
      });
      return {
        type: "message",
        attachments: [
          {
            contentType: "application/vnd.microsoft.card.adaptive",
            contentUrl: null,
            content: {
              $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
              type: "AdaptiveCard",
              version: "1.4",
              body: [
                run(heading, { size: "Medium", weight: "Bolder" }),
                ...[...lines, ...more].map((text) => run(text)),
                run(`${tool}, ${moment(at)}`, { size: "Small", isSubtle: true }),
              ],
            },
          },
        ],
      };
    }),
});
