import { defineCheck, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "dkim/all-aligned-pass",
  on: "message",
  title: "Every signature of the author's domain verifies",
  why: "Yahoo says that one good signature among several does not make sure that the message passes DMARC.",
  fix: "Have only one program sign for the domain, the last one that touches the message.",
  refs: ["RFC 6376 §6.1", "Yahoo sender FAQ"],
  needs: { signatures: facts.messageAlignedSignatures },
  verdicts: {
    all: pass("all {count} verify"),
    some: warn("{failing} of {count} do not verify: {reasons}"),
  },
  judge({ signatures }, say) {
    const bad = signatures.filter(({ result }) => result !== "pass" && result !== "temperror");
    if (bad.length === 0) return say.all({ count: signatures.length });
    const reasons = bad.map(({ signature, reason, result }) => `${signature.selector}: ${reason ?? result}`);
    return say.some({ failing: bad.length, count: signatures.length, reasons });
  },
});
