import { defineCheck, facts, fail, pass, transcript, warn } from "mailworthy";

export default defineCheck({
  id: "tls/starttls-survives-reehlo",
  on: "address",
  title: "The mail host goes on after STARTTLS as it should",
  why: "Senders say EHLO again inside TLS, and what the host answers there is all that counts.",
  fix: "Update the mail server, or take out the proxy that speaks TLS for it.",
  refs: ["RFC 3207 §4.2"],
  needs: { hello: facts.helloAgain },
  verdicts: {
    extended: pass("EHLO inside TLS: {keywords}"),
    bare: pass("EHLO inside TLS is answered"),
    repeated: warn("STARTTLS is offered again inside TLS"),
    lost: fail('EHLO is not known inside TLS: "{reply}"; senders have lost the session'),
  },
  judge({ hello }, say) {
    const evidence = transcript(hello);
    if (!hello.accepted || hello.verb === "HELO")
      return say.lost({ reply: [hello.reply.code, ...hello.reply.lines].join(" ") }, evidence);
    if ("STARTTLS" in hello.keywords) return say.repeated({}, evidence);
    const keywords = Object.keys(hello.keywords);
    return keywords.length > 0 ? say.extended({ keywords }, evidence) : say.bare({}, evidence);
  },
});
