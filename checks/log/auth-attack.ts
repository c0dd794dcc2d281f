import { defineCheck, facts, pass, warn, z } from "mailworthy";

export default defineCheck({
  id: "log/auth-attack",
  on: "log",
  title: "Nobody tries passwords in bulk",
  why: "Who guesses long enough finds a weak password, and then sends spam from here.",
  fix: "Block the address: fail2ban with its jail postfix-sasl, or `smtpd_client_restrictions`; and see that accounts have strong passwords.",
  options: z.strictObject({ hourly: z.number().int().positive().default(30) }),
  needs: { log: facts.log },
  verdicts: {
    calm: pass("{failures} logins failed, no address more than {most} in an hour"),
    attacked: warn("{address} failed {most} logins in one hour; {failures} failed in all"),
  },
  judge({ log: { logins } }, say, { options: { hourly } }) {
    const { failures, attacks } = logins;
    const worst = attacks.reduce((a, b) => (b.hourly > a.hourly ? b : a), { address: "", failures: 0, hourly: 0 });
    if (worst.hourly < hourly) return say.calm({ failures, most: worst.hourly });
    const rows = attacks.slice(0, 10).map((one) => [one.address, one.failures, one.hourly]);
    const evidence = { kind: "table" as const, columns: ["address", "failed", "most in an hour"], rows };
    return say.attacked({ address: worst.address, most: worst.hourly, failures }, evidence);
  },
});
