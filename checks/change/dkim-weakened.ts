import {
  across,
  defineCheck,
  dkimKeyAt,
  dkimNames,
  facts,
  fail,
  findingsOf,
  pass,
  shownBoth,
  sidesOf,
  warn,
} from "mailworthy";

export default defineCheck({
  id: "change/dkim-weakened",
  on: "zone",
  title: "A DKIM key is not replaced by a weaker one",
  why: "Receivers count no signature with a key below 1024 bits, or with SHA-1 alone; under t=y some of them take a broken signature for none.",
  fix: "Publish an RSA key of 2048 bits, with h=sha256 or without h=, and without t=y.",
  refs: ["RFC 8301 §3.1", "RFC 8301 §3.2", "RFC 6376 §3.6.1"],
  measure: "bits",
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    strong: pass("no DKIM key becomes weaker"),
    short: fail("the key at {name} has {bits} bits now, and {before} before; receivers do not count it"),
    shorter: warn("the key at {name} has {bits} bits now, and {before} before"),
    hashes: fail("the key at {name} allows {hashes} alone now, which receivers do not count"),
    testing: warn("the key at {name} says t=y now, so that its signatures need not count"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const found = findingsOf(sides, dkimNames(sides.before), (name) => {
      const [was, is] = [sides.before, sides.after].map((side) => dkimKeyAt(side, name));
      if (!was?.data || !is?.data) return [];
      const evidence = shownBoth(sides, name, "TXT");
      const [before, bits] = [was, is].map(({ type, key }) => (type === "rsa" && key?.ok ? key.key.bits : undefined));
      const counts = (hashes: readonly string[] | null): boolean => hashes === null || hashes.includes("sha256");
      return [
        ...(before !== undefined && bits !== undefined && bits < before
          ? [(bits < 1_024 ? say.short : say.shorter)({ name, bits, before }, evidence)]
          : []),
        ...(counts(was.hashes) && !counts(is.hashes) ? [say.hashes({ name, hashes: is.hashes! }, evidence)] : []),
        ...(is.flags.includes("y") && !was.flags.includes("y") ? [say.testing({ name }, evidence)] : []),
      ];
    });
    return found.length > 0 ? found : say.strong();
  },
});
