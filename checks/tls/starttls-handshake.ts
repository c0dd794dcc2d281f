import { defineCheck, facts, fail, maybe, pass, starttlsCommand, transcript } from "mailworthy";

export default defineCheck({
  id: "tls/starttls-handshake",
  on: "address",
  title: "STARTTLS leads to a TLS session",
  why: "A sender that has begun STARTTLS and fails gives up or delivers in the clear.",
  fix: "Look into the mail server's log for the handshake; often its key cannot be read or does not fit the certificate.",
  refs: ["RFC 3207 §4", "RFC 3207 §4.2"],
  needs: { starttls: facts.startTls, handshake: maybe(facts.handshake) },
  verdicts: {
    completed: pass("{version}, {cipher}"),
    old: pass("{version}, {cipher}; only where the sender still takes that version"),
    weak: fail("{version}, {cipher}, and only where the sender takes weak keys and ciphers ({problem})"),
    failed: fail("{problem}, whatever is offered; no sender gets TLS"),
    refused: fail('STARTTLS is offered and then refused: "{reply}"'),
    injected: fail("plain text follows the answer to STARTTLS; anyone on the way can speak for the host"),
  },
  judge({ starttls, handshake }, say, { subject }) {
    const evidence = transcript(starttls);
    const fix = { command: starttlsCommand(subject.host, subject.name) };
    if (starttls.early !== undefined) return say.injected({}, evidence);
    if (!handshake) return say.refused({ reply: [starttls.reply.code, ...starttls.reply.lines].join(" ") }, evidence);
    if (handshake.outcome === "failed") return say.failed({ problem: handshake.problem }, evidence, fix);
    const { version, cipher } = handshake.tls;
    if (handshake.outcome !== "weak") return say[handshake.outcome]({ version, cipher }, evidence);
    return say.weak({ version, cipher, problem: handshake.problem }, evidence, fix);
  },
});
