import { defineCheck, facts, listed, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dane/parameters",
  on: "host",
  title: "The TLSA records are of the kinds that last",
  why: "A record of the certificate rather than of its key ends with the next renewal, and then mail does not come in.",
  fix: "Publish `3 1 1`, the SHA-256 digest of the public key, and keep the key over renewals.",
  refs: ["RFC 7672 §3.1", "RFC 7671 §5.1", "RFC 7671 §9"],
  role: "receives",
  needs: { tlsa: facts.usableTlsa },
  verdicts: {
    lasting: pass("{forms}"),
    certificate: warn("{forms} is of the certificate; it ends with the next renewal"),
    full: warn("{forms} holds all of what it is of, not a digest; answers grow large and may be cut"),
    sha512: warn("{forms} is by SHA-512, and none of its usage by SHA-256, which alone every sender must know"),
  },
  judge({ tlsa: { answer, usable } }, say) {
    const evidence = records(answer);
    const formsOf = (of: typeof usable): string => listed([...new Set(of.map(({ form }) => form))]);
    const certificate = formsOf(usable.filter(({ usage, selector }) => usage === 3 && selector === 0));
    const full = formsOf(usable.filter(({ matching }) => matching === 0));
    const sha256 = new Set(usable.filter(({ matching }) => matching !== 2).map(({ usage }) => usage));
    const sha512 = formsOf(usable.filter(({ matching, usage }) => matching === 2 && !sha256.has(usage)));
    const found = [
      ...(certificate ? [say.certificate({ forms: certificate }, evidence)] : []),
      ...(full ? [say.full({ forms: full }, evidence)] : []),
      ...(sha512 ? [say.sha512({ forms: sha512 }, evidence)] : []),
    ];
    return found.length > 0 ? found : say.lasting({ forms: formsOf(usable) }, evidence);
  },
});
