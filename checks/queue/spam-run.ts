import { defineCheck, facts, pass, warn, z } from "mailworthy";

export default defineCheck({
  id: "queue/spam-run",
  on: "queue",
  title: "No login sends under many senders",
  why: "Whoever has stolen a password sends spam under names that change, and the server pays for it with its reputation.",
  fix: "Change the password of that account, hold what it sent, and let logins use their own addresses only: `reject_sender_login_mismatch`.",
  options: z.strictObject({
    messages: z.number().int().positive().default(50),
    senders: z.number().int().positive().default(10),
  }),
  needs: { spool: facts.queueSpool },
  verdicts: {
    calm: pass("no login stands out among {looked} messages"),
    many: warn(
      "{login} logged in to send {count} messages under {senders} senders; somebody else may know its password",
    ),
  },
  judge({ spool: { logins, looked } }, say, { options }) {
    const found = logins.filter(({ messages, senders }) => messages >= options.messages && senders >= options.senders);
    const [first] = found;
    if (!first) return say.calm({ looked });
    const rows = found.map(({ login, messages, senders }) => [login, messages, senders]);
    const evidence = { kind: "table" as const, columns: ["login", "messages", "senders"], rows };
    return say.many({ login: first.login, count: first.messages, senders: first.senders }, evidence);
  },
});
