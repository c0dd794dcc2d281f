import { defineCheck, facts, pass, transcript, z } from "mailworthy";

export default defineCheck({
  id: "smtp/greeting-delay",
  on: "address",
  title: "The mail host greets in its own time",
  why: "Hosts delay the greeting to shake off impatient spammers; senders wait for five minutes, monitoring often does not.",
  fix: "Nothing needs to be done; shorten the delay if monitoring takes it for an outage.",
  options: z.strictObject({
    tarpit: z.number().positive().default(10).describe("seconds that count as a deliberate delay"),
  }),
  needs: { banner: facts.banner },
  verdicts: {
    prompt: pass("greets after {seconds} s"),
    tarpit: pass("greets after {seconds} s; a delay of this length is deliberate, and senders wait for five minutes"),
  },
  judge({ banner }, say, { options }) {
    const seconds = Math.round(banner.took / 100) / 10;
    return seconds > options.tarpit ? say.tarpit({ seconds }, transcript(banner)) : say.prompt({ seconds });
  },
});
