import { abridged, defineCheck, facts, fail, pass, z } from "mailworthy";

export default defineCheck({
  id: "queue/own-fault",
  on: "queue",
  title: "Postfix itself works",
  why: "Mail that waits for a service, a table or a disk of this machine waits until that is mended here.",
  fix: "Read the warnings in the log, and run `postfix check`.",
  refs: ["Postfix BASIC_CONFIGURATION_README, postfix(1)"],
  options: z.strictObject({ least: z.number().int().positive().default(1) }),
  needs: { heldUp: facts.queueBroken },
  verdicts: {
    few: pass("{count} wait for a part of this server"),
    many: fail("{count} wait because a part of this server fails: {domains}"),
  },
  judge({ heldUp: { messages: count, holdups } }, say, { options: { least } }) {
    const rows = holdups
      .slice(0, 20)
      .map(({ domain, messages, cause, example }) => [messages, domain, cause, example ?? ""]);
    const evidence = {
      kind: "table" as const,
      columns: ["messages", "destination", "cause", "as Postfix tells it"],
      rows,
    };
    if (count < least) return say.few({ count }, evidence);
    return say.many({ count, domains: abridged([...new Set(holdups.map(({ domain }) => domain))]) }, evidence);
  },
});
