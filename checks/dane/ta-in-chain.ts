import { abridged, certificates, coveringName, defineCheck, fail, facts, listed, pass, records } from "mailworthy";

export default defineCheck({
  id: "dane/ta-in-chain",
  on: "address",
  title: "The authority of the TLSA records is sent along, and the certificate names the host",
  why: "By a record of an authority senders can verify a mail host only if it sends the authority's certificate and its own has the right name.",
  fix: "Serve the whole chain up to the authority's certificate, its root included, or publish `3 1 1` instead.",
  refs: ["RFC 7672 §3.1.2", "RFC 7672 §3.2.2", "RFC 7671 §5.2"],
  role: "receives",
  needs: { found: facts.daneIssuer },
  verdicts: {
    sent: pass("{issuer} is sent along, and the certificate names {name}"),
    missing: fail("{forms}, and no certificate sent along is of that authority; senders that use DANE do not deliver"),
    unnamed: fail(
      "{issuer} is sent along, but the certificate names {names}, not {host}; senders that use DANE do not deliver",
    ),
  },
  judge({ found }, say, { subject: { host, domain } }) {
    const { ta, forms, leaf, answer } = found;
    const evidence = [certificates(found), records(answer)];
    if (ta === null) return say.missing({ forms: listed(forms) }, evidence);
    const { issuer } = ta;
    const own = leaf.commonName === undefined ? [] : [leaf.commonName.toLowerCase()];
    const names = leaf.names.length > 0 ? leaf.names : own;
    const name = coveringName(names, host) ?? coveringName(names, domain); // RFC 7672 §3.2.2
    if (name !== undefined) return say.sent({ issuer, name }, evidence);
    return say.unnamed({ issuer, names: abridged(names) || "no host", host }, evidence);
  },
});
