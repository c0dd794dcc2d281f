import { certificates, defineCheck, facts, fail, pass } from "mailworthy";

export default defineCheck({
  id: "cert/key-strength",
  on: "address",
  title: "The certificate's key is strong enough",
  why: "Whoever can break the key can pose as the host, and TLS libraries of today turn such keys down.",
  fix: "Make a new key, RSA of 2048 bits or more or P-256, and get a certificate for it.",
  refs: ["CA/Browser Forum Baseline Requirements §6.1.5", "NIST SP 800-131A §3"],
  needs: { key: facts.certificateKey },
  verdicts: {
    strong: pass("{key}"),
    fair: pass("{key}; enough for now, 3072 bits are asked for after 2030"),
    weak: fail("{key}; TLS libraries of today turn it down"),
  },
  judge({ key }, say) {
    const { type, bits = 0, curve } = key;
    const said = { key: curve ?? (bits > 0 ? `${type.toUpperCase()} ${bits}` : type) };
    const evidence = certificates(key);
    const family = type.replace(/-pss$/, "");
    if (family === "dsa" || bits < (least[family] ?? 0)) return say.weak(said, evidence);
    return family === "rsa" && bits < 3072 ? say.fair(said, evidence) : say.strong(said, evidence);
  },
});

const least: Readonly<Record<string, number>> = { rsa: 2048, ec: 256 };
