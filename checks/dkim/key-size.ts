import { defineCheck, fail, facts, pass, records, warn, z } from "mailworthy";

export default defineCheck({
  id: "dkim/key-size",
  on: "selector",
  title: "The DKIM key is long enough",
  why: "Receivers must not accept an RSA key below 1024 bits, and one below 2048 can be broken with effort.",
  fix: "Make a new RSA key of 2048 bits, publish it at a new selector, and sign with that.",
  refs: ["RFC 8301 §3.2", "Google sender guidelines"],
  options: z.strictObject({ bits: z.number().int().min(1024).default(2048) }),
  needs: { key: facts.dkimPublicKey },
  verdicts: {
    enough: pass("{type}, {bits} bits"),
    weak: warn("{bits} bits; {wanted} are advised"),
    long: warn("{bits} bits; receivers need not verify with more than 4096"),
    short: fail("{bits} bits; receivers reject keys below 1024"),
  },
  judge({ key: { type, bits, answer } }, say, { options }) {
    const evidence = records(answer);
    if (type === "ed25519") return say.enough({ type, bits }, evidence);
    if (bits < 1024) return say.short({ bits }, evidence); // RFC 8301 §3.2
    if (bits < options.bits) return say.weak({ bits, wanted: options.bits }, evidence);
    return bits > 4096 ? say.long({ bits }, evidence) : say.enough({ type, bits }, evidence);
  },
});
