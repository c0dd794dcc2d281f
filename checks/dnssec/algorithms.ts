import { defineCheck, facts, listed, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dnssec/algorithms",
  on: "domain",
  title: "The zone is signed with algorithms that all validators take",
  why: "To a validator that does not take the algorithm the zone is unsigned, and DANE does not protect its mail.",
  fix: "Roll over to ECDSAP256SHA256 (13), and let the parent name the key by SHA-256.",
  refs: ["RFC 9904 §2", "RFC 9905 §2", "RFC 4509 §3"],
  needs: { found: facts.zoneAlgorithms },
  verdicts: {
    sound: pass("{names}"),
    sha1: warn("{names} signs with SHA-1, which must not be used; some validators take the zone for unsigned"),
    unsupported: warn("{names} is known to few validators; the others take the zone for unsigned"),
    digest: warn("the DS record has {names}, which must not be used; some validators take the zone for unsigned"),
  },
  judge({ found: { signing, digests, answers } }, say) {
    const evidence = answers.map(records);
    const names = (of: typeof signing, use: string): string =>
      listed(of.filter((one) => one.use === use).map(({ name }) => name));
    const [sha1, unsupported] = [names(signing, "sha1"), names(signing, "unsupported")];
    const weak = listed(digests.filter(({ use }) => use !== "good").map(({ name }) => name));
    const found = [
      ...(sha1 ? [say.sha1({ names: sha1 }, evidence)] : []),
      ...(unsupported ? [say.unsupported({ names: unsupported }, evidence)] : []),
      ...(weak ? [say.digest({ names: weak }, evidence)] : []),
    ];
    return found.length > 0
      ? found
      : say.sound({ names: listed([...signing, ...digests].map(({ name }) => name)) }, evidence);
  },
});
