import { abridged, certificates, coveringName, defineCheck, fail, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "cert/name-match",
  on: "address",
  title: "The certificate names the mail host",
  why: "Senders that verify certificates compare the name in the MX record, not the mail domain, with those in the certificate.",
  fix: "Get a certificate that has the MX host's name among its DNS names.",
  refs: ["RFC 9525 §6.3", "RFC 8461 §4.1", "RFC 7672 §3.2.2"],
  needs: { certificate: facts.issuedCertificate, sts: facts.mtaStsMode, dane: facts.daneMode },
  verdicts: {
    named: pass("{name}"),
    other: warn("names {names}, not {host}; senders that verify it do not deliver"),
    commonName: warn(
      "{host} is only the common name, which nobody reads any more; senders that verify it do not deliver",
    ),
    refused: fail("names {names}, not {host}; senders that follow the MTA-STS policy do not deliver"),
    pinned: pass("names {names}, not {host}, and DANE vouches for its key"),
    untrusted: fail("names {names}, not {host}; senders that use DANE do not deliver"),
    none: warn("names no host at all; senders that verify it do not deliver"),
  },
  judge({ certificate, sts, dane }, say, { subject: { host, domain } }) {
    const { name, leaf } = certificate;
    const evidence = certificates(certificate);
    if (name !== null) return say.named({ name }, evidence);
    const names = abridged(leaf.names) || "no host";
    if (sts.mode === "enforce") return say.refused({ names, host }, evidence); // RFC 8461 §4.1, §4.2
    if (dane.mode === "ee") return say.pinned({ names, host }, evidence); // RFC 7672 §3.1.1
    // RFC 7672 §3.2.2: they also take the name of the mail domain, and a common name where there is no other.
    const other =
      leaf.names.length === 0 ? leaf.commonName !== undefined : coveringName(leaf.names, domain) !== undefined;
    if (dane.mode === "ta" && !other) return say.untrusted({ names, host }, evidence);
    if (leaf.commonName?.toLowerCase() === host) return say.commonName({ host }, evidence);
    return leaf.names.length > 0 ? say.other({ names: abridged(leaf.names), host }, evidence) : say.none({}, evidence);
  },
});
