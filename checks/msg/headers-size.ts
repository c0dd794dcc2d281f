import { defineCheck, facts, number, pass, warn, z } from "mailworthy";

export default defineCheck({
  id: "msg/headers-size",
  on: "message",
  title: "The header is no larger than servers take",
  why: "Servers cut or reject larger ones: sendmail takes 32 KB in all, Postfix 100 KB for one field.",
  fix: "Take out fields that programs on the way add for themselves, and shorten long lists of recipients.",
  options: z.strictObject({
    bytes: z
      .number()
      .int()
      .default(32 * 1024)
      .describe("Bytes of header that pass"),
  }),
  needs: { header: facts.messageHeaderSize },
  verdicts: {
    small: pass("{size} bytes in {fields} fields"),
    large: warn("{size} bytes in {fields} fields, the longest is {longest}; some servers take {most}"),
  },
  judge({ header: { size, fields, longest } }, say, { options: { bytes } }) {
    const told = { size: number(size), fields };
    if (size <= bytes) return say.small(told);
    return say.large({ ...told, longest: longest?.name ?? "none", most: number(bytes) });
  },
});
