import { defineCheck, facts, fail, pass, transcript, warn } from "mailworthy";

export default defineCheck({
  id: "smtp/ehlo",
  on: "address",
  title: "The mail host answers EHLO with its extensions",
  why: "Without EHLO there is no STARTTLS, no size limit and no 8-bit mail, and without HELO there is no mail.",
  fix: "Turn off the SMTP inspection of the firewall in front of the host, or replace the mail server.",
  refs: ["RFC 5321 §2.2.1", "RFC 5321 §4.1.1.1"],
  needs: { hello: facts.hello },
  verdicts: {
    extended: pass("{keywords}"),
    bare: pass("EHLO is taken, no extension is offered"),
    old: warn("EHLO is not known, only HELO; none of the extensions since 1993 can be used"),
    neither: fail('neither EHLO nor HELO is known: "{reply}"; no session can begin'),
  },
  judge({ hello }, say) {
    const evidence = transcript(hello);
    if (!hello.accepted) return say.neither({ reply: [hello.reply.code, ...hello.reply.lines].join(" ") }, evidence);
    if (hello.verb === "HELO") return say.old({}, evidence);
    const keywords = Object.keys(hello.keywords);
    return keywords.length > 0 ? say.extended({ keywords }, evidence) : say.bare({}, evidence);
  },
});
