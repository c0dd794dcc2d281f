import { defineCheck, facts, number, pass, warn, z } from "mailworthy";

export default defineCheck({
  id: "msg/size-clip",
  on: "message",
  title: "The HTML is small enough to be shown whole",
  why: "Gmail shows the first 102 KB and hides the rest, the link to unsubscribe with it.",
  fix: "Take styles, comments and blanks out of the HTML until it is smaller.",
  options: z.strictObject({
    bytes: z
      .number()
      .int()
      .default(102 * 1024)
      .describe("Bytes of HTML that are shown"),
  }),
  needs: { html: facts.messageHtml },
  verdicts: {
    whole: pass("{size} bytes of HTML"),
    clipped: warn("{size} bytes of HTML; Gmail hides what is past {most}"),
  },
  judge({ html: { size } }, say, { options: { bytes } }) {
    return size > bytes ? say.clipped({ size: number(size), most: number(bytes) }) : say.whole({ size: number(size) });
  },
});
