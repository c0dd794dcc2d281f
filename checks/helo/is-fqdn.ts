import { defineCheck, facts, pass, transcript, warn } from "mailworthy";

export default defineCheck({
  id: "helo/is-fqdn",
  on: "sender",
  title: "A server that sends introduces itself by a full name",
  why: "Many receivers reject a client whose EHLO has a bare word, `localhost` or a name that cannot be one.",
  fix: "Set the mail server's own name (`myhostname` in Postfix) to its full name.",
  refs: ["RFC 5321 §4.1.1.1", "RFC 5321 §2.3.5"],
  needs: { helo: facts.helo },
  verdicts: {
    qualified: pass("greets as {name}"),
    literal: pass("greets as {name}, an address; EHLO may have one"),
    bare: warn("greets as {name}, which is no full name; with that in EHLO many receivers reject its mail"),
  },
  judge({ helo }, say) {
    const { name, qualified, literal } = helo;
    const evidence = transcript(helo);
    if (literal && qualified) return say.literal({ name }, evidence);
    return qualified ? say.qualified({ name }, evidence) : say.bare({ name: name || "nothing" }, evidence);
  },
});
