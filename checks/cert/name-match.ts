import { abridged, certificates, defineCheck, fail, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "cert/name-match",
  on: "address",
  title: "The certificate names the mail host",
  why: "Senders that verify certificates compare the name in the MX record, not the mail domain, with those in the certificate.",
  fix: "Get a certificate that has the MX host's name among its DNS names.",
  refs: ["RFC 9525 §6.3", "RFC 8461 §4.1"],
  needs: { certificate: facts.issuedCertificate, sts: facts.mtaStsMode },
  verdicts: {
    named: pass("{name}"),
    other: warn("names {names}, not {host}; senders that verify it do not deliver"),
    commonName: warn(
      "{host} is only the common name, which nobody reads any more; senders that verify it do not deliver",
    ),
    refused: fail("names {names}, not {host}; senders that follow the MTA-STS policy do not deliver"),
    none: warn("names no host at all; senders that verify it do not deliver"),
  },
  judge({ certificate, sts }, say, { subject: { host } }) {
    const { name, leaf } = certificate;
    const evidence = certificates(certificate);
    if (name !== null) return say.named({ name }, evidence);
    // RFC 8461 §4.1, §4.2
    if (sts.mode === "enforce") return say.refused({ names: abridged(leaf.names) || "no host", host }, evidence);
    if (leaf.commonName?.toLowerCase() === host) return say.commonName({ host }, evidence);
    return leaf.names.length > 0 ? say.other({ names: abridged(leaf.names), host }, evidence) : say.none({}, evidence);
  },
});
