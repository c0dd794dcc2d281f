import { defineCheck, facts, pass, warn } from "mailworthy";

type Sign = "open" | "refused" | "silent" | "unreachable";
const best: readonly Sign[] = ["open", "refused", "silent", "unreachable"];

export default defineCheck({
  id: "env/outbound-25",
  on: "vantage",
  title: "Port 25 can be reached from here",
  why: "Most clouds and home networks shut port 25, and then no mail host can be looked at from there.",
  fix: "Run the checks of mail hosts on a machine that may use port 25, and replay its record here.",
  needs: { outbound: facts.outbound25 },
  verdicts: {
    open: pass("{open} of {count} control hosts open on 25"),
    blocked: warn("{count} of {count} control hosts {signs}; port 25 is blocked from here"),
  },
  judge({ outbound: { open, tried } }, say) {
    const evidence = {
      kind: "table" as const,
      columns: ["control host", "address", "port 25", "port 443"],
      rows: tried.map(({ host, ip, at25, at443 }) => [host, ip, at25, at443 ?? "–"]),
    };
    const hosts = [...new Set(tried.map(({ host }) => host))].map((name) => tried.filter(({ host }) => host === name));
    const signs = hosts.map((of) => best.find((sign) => of.some(({ at25 }) => at25 === sign))!);
    const count = hosts.length;
    if (open) return say.open({ open: signs.filter((sign) => sign === "open").length, count }, evidence);
    const up = hosts.filter((of) => of.some(({ at443 }) => at443 === "open")).length;
    const kinds = [...new Set(signs)].join(" or ");
    const elsewhere = up === count ? " and open on 443" : up > 0 ? `, ${up} of them open on 443` : "";
    return say.blocked({ count, signs: `${kinds} on 25${elsewhere}` }, evidence);
  },
});
