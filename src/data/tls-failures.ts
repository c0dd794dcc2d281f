/** What the failures of TLS reports mean and what heals them (RFC 8460 §4.3; read 2026-11-24). */
export const tlsFailures: Readonly<Record<string, { says: string; remedy: string }>> = {
  "starttls-not-supported": {
    says: "the host did not offer STARTTLS",
    remedy: "Turn on STARTTLS on this host, and look for a firewall that takes it out of the EHLO answer.",
  },
  "certificate-host-mismatch": {
    says: "the certificate is for another name",
    remedy: "Give the host a certificate with the name that the MX record has.",
  },
  "certificate-not-trusted": {
    says: "the certificate leads to no trusted root",
    remedy: "Serve a certificate of a public authority, with its intermediate certificates.",
  },
  "certificate-expired": {
    says: "the certificate has expired",
    remedy: "Renew the certificate and reload the mail server, on every host behind this name.",
  },
  "validation-failure": {
    says: "the session could not be validated, for a reason without a name of its own",
    remedy: "Look at the reason that the sender gives, and audit the host: mailworthy judges what senders see.",
  },
  "tlsa-invalid": {
    says: "no TLSA record fits the certificate",
    remedy: "Publish the TLSA record of the certificate that is served, before a certificate is changed.",
  },
  "dnssec-invalid": {
    says: "no DNSSEC-signed answer that is valid",
    remedy: "Mend the signatures of the zone: DS, DNSKEY and their expiry.",
  },
  "dane-required": {
    says: "the sender asks for DANE and finds no usable TLSA record",
    remedy: "Publish TLSA records in a signed zone, if that sender matters to you.",
  },
  "sts-policy-fetch-error": {
    says: "the MTA-STS policy could not be fetched",
    remedy: "Serve the policy at https://mta-sts.DOMAIN/.well-known/mta-sts.txt with status 200 and no redirect.",
  },
  "sts-policy-invalid": {
    says: "the MTA-STS policy cannot be read",
    remedy: "Mend the policy: version, mode, mx and max_age, a line each.",
  },
  "sts-webpki-invalid": {
    says: "the certificate of the MTA-STS web host is not valid",
    remedy: "Give mta-sts.DOMAIN a certificate of a public authority for that name.",
  },
};
