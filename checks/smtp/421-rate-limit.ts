import { defineCheck, facts, maybe, pass } from "mailworthy";

/** The facts it needs are unknown after a 421, with the reply and the time to wait as their reason: that is its answer. */
export default defineCheck({
  id: "smtp/421-rate-limit",
  on: "address",
  title: "The mail host does not hold us off with 421",
  why: "A host that answers 421 tells about the pace of its visitors, and nothing about itself.",
  fix: "Try again later, and from an address that the host has not seen so often.",
  needs: { banner: facts.banner, hello: facts.hello, starttls: maybe(facts.startTls) },
  verdicts: { unhindered: pass("{replies} replies, none of them 421") },
  judge({ banner, hello, starttls }, say) {
    const steps = [banner, hello, ...(starttls ? [starttls] : [])].flatMap(({ steps }) => steps);
    return say.unhindered({ replies: steps.filter(({ from, text }) => from === "server" && text[3] !== "-").length });
  },
});
