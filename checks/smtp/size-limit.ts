import { defineCheck, facts, maybe, pass, transcript, warn, z } from "mailworthy";

const megabyte = 1_000_000;

export default defineCheck({
  id: "smtp/size-limit",
  on: "address",
  title: "The mail host takes messages of a usual size",
  why: "A sender that reads a small limit returns a message with a photograph in it without trying.",
  fix: "Raise the size limit; base64 makes an attachment a third larger than its file.",
  refs: ["RFC 1870 §3"],
  options: z.strictObject({ min: z.number().positive().default(10).describe("megabytes to be taken at least") }),
  needs: { clear: facts.hello, secured: maybe(facts.helloAgain) },
  verdicts: {
    enough: pass("takes {megabytes} MB"),
    unlimited: pass("no limit is declared"),
    small: warn("takes {megabytes} MB; larger messages are returned to their senders"),
  },
  judge({ clear, secured }, say, { options }) {
    const hello = secured ?? clear; // RFC 3207 §4.2
    const declared = /^\d+$/.test(hello.keywords["SIZE"] ?? "") ? Number(hello.keywords["SIZE"]) : 0;
    if (declared === 0) return say.unlimited(); // RFC 1870 §3
    const megabytes = Math.round(declared / (megabyte / 10)) / 10;
    if (declared >= options.min * megabyte) return say.enough({ megabytes });
    return say.small({ megabytes }, transcript(hello), {
      command: `postconf -e message_size_limit=${Math.ceil(options.min * megabyte * 1.4)}`,
    });
  },
});
