import { certificates, defineCheck, fail, facts, listed, pass, records, starttlsCommand } from "mailworthy";

export default defineCheck({
  id: "dane/matches-chain",
  on: "address",
  title: "The mail host shows a certificate that its TLSA records stand for",
  why: "Senders that use DANE do not deliver to a host whose certificate is not the one in its TLSA records.",
  fix: "Publish the record of the key in use, wait as long as the old ones may be kept, and only then change keys.",
  refs: ["RFC 7672 §2.2", "RFC 7671 §5.1", "RFC 7671 §8.1"],
  role: "receives",
  needs: { found: facts.daneMatch },
  verdicts: {
    key: pass("{form} stands for the certificate"),
    issuer: pass("{form} stands for {issuer}, which is sent along"),
    none: fail("{forms}, none of which stands for the certificate; senders that use DANE do not deliver"),
  },
  judge({ found }, say, { subject }) {
    const { ee, ta, forms, name, leaf, answer } = found;
    const evidence = [certificates(found), records(answer)];
    if (ee !== null) return say.key({ form: ee }, evidence);
    if (ta !== null) return say.issuer(ta, evidence);
    return say.none({ forms: listed(forms) }, evidence, {
      to: `${name}. IN TLSA 3 1 1 ${leaf.spkiSha256}`,
      command: starttlsCommand(subject.host, subject.name, "-showcerts"),
    });
  },
});
