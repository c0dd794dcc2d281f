import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/alignment-feasible.js";

const own = '_dmarc.example.com TXT "v=DMARC1; p=none"';
const strict = '_dmarc.example.com TXT "v=DMARC1; p=none; adkim=s; aspf=s"';
const sends = { role: ["sends"] as const };
const by = (zone: string, mailFrom: string[], signing: string[]) => ({
  zone,
  target: { ...sends, ...(mailFrom.length > 0 && { mailFrom }), ...(signing.length > 0 && { signing }) },
});

testCheck(check, {
  both: [
    by(own, ["bounce.example.com"], ["mail.example.com"]),
    by(own, ["example.com"], []),
    by(strict, ["example.com"], ["example.com"]),
    { zone: own, target: { ...sends, selectors: ["s1"] } },
    // Two subdomains of one organization.
    {
      zone: own,
      target: { ...sends, domain: "news.example.com", mailFrom: ["bounce.example.com"] },
    },
  ],
  one: [
    by(own, ["esp.example"], ["example.com"]),
    by(strict, ["example.com"], ["mail.example.com"]),
    { zone: own, target: { ...sends, selectors: ["s1"], mailFrom: ["esp.example"] } },
  ],
  enough: [
    by(`${own}\n_dmarc.com TXT !timeout`, ["bounce.example.com"], ["example.com"]),
    by(`${own}\n_dmarc.mail.example.com TXT !servfail`, ["esp.example"], ["example.com", "mail.example.com"]),
  ],
  open: [by(own, ["esp.example"], []), by(own, [], ["esp.example"])],
  neither: [
    by(own, ["esp.example"], ["esp.example"]),
    by(strict, ["bounce.example.com"], ["mail.example.com"]),
    by(`${own}\n_dmarc.mail.example.com TXT "v=DMARC1; p=none; psd=n"`, ["esp.example"], ["mail.example.com"]),
  ],
  skip: [
    { zone: own, target: sends },
    { ...by("", ["example.com"], []) },
    { zone: own, target: { role: ["receives"], mailFrom: ["example.com"] } },
  ],
  inconclusive: [
    by("_dmarc.example.com TXT !timeout", ["example.com"], []),
    by(`${own}\n_dmarc.esp.example TXT !timeout\n_dmarc.example TXT "v=DMARC1; p=none"`, ["esp.example"], []),
  ],
});
