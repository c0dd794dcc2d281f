import { command, defineCheck, facts, pass, warn, z } from "mailworthy";

export default defineCheck({
  id: "queue/one-cause",
  on: "queue",
  title: "No single cause holds up most of the queue",
  why: "Where most of a queue waits for one thing, mending that empties it.",
  fix: "Mend that cause first; hold the mail of a dead destination, so that the rest is not slowed down by it.",
  options: z.strictObject({
    least: z.number().int().positive().default(20),
    share: z.number().positive().max(1).default(0.5),
  }),
  needs: { main: facts.queueMainCause },
  verdicts: {
    several: pass("no cause holds up more than {count} of {total} deferred messages"),
    destination: warn("{count} of {total} deferred messages wait for {domain}: {cause}; {means}"),
    everywhere: warn(
      "{count} of {total} deferred messages wait for one cause at {destinations} destinations: {cause}; {means}",
    ),
  },
  judge({ main: { total, first, overall, holdups } }, say, { options: { least, share } }) {
    const dominates = (messages: number): boolean => messages >= least && messages >= total * share;
    const rows = holdups.slice(0, 10).map(({ domain, cause, messages, remedy }) => [messages, domain, cause, remedy]);
    const evidence = { kind: "table" as const, columns: ["messages", "destination", "cause", "what to do"], rows };
    if (dominates(first.messages)) {
      const { domain, cause, means, messages: count, remedy } = first;
      const fix = { text: sentence(remedy), command: command("mailworthy", "queue", "hold", "--to", domain) };
      return say.destination({ count, total, domain, cause, means }, evidence, fix);
    }
    if (!dominates(overall.messages)) return say.several({ count: overall.messages, total }, evidence);
    const { messages: count, destinations, one } = overall;
    const fix = { text: sentence(one.remedy) };
    return say.everywhere({ count, total, destinations, cause: one.cause, means: one.means }, evidence, fix);
  },
});

const sentence = (clause: string): string => `${clause[0]!.toUpperCase()}${clause.slice(1)}.`;
