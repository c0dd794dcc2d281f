import { testCheck } from "mailworthy/testing";
import check from "../../../checks/bimi/record.js";
import { claiming, logoUrl, silent, unclaimed } from "./brand.js";

const below = (more = "") => ({
  zone: `${claiming(`v=BIMI1; l=${logoUrl}`).zone}\nnews.example.com TXT "v=spf1 mx -all"\nnews.example.com MX 10 mx1.example.com\n${more}`,
  target: { domain: "news.example.com" },
});

testCheck(check, {
  published: [claiming(`v=BIMI1; l=${logoUrl};`), claiming(`v=BIMI1; l=${logoUrl}`, "v=other")],
  inherited: below(),
  declined: [claiming("v=BIMI1; l=; a=;"), below(`default._bimi.news.example.com TXT "v=BIMI1; l=;"`)],
  broken: [
    claiming("v=BIMI1; l=http://logo.example.com/a.svg"),
    claiming("v=BIMI1"),
    claiming("v=BIMI1; l=logo.svg; a=;"),
  ],
  several: claiming(`v=BIMI1; l=${logoUrl}`, "v=BIMI1; l=;"),
  stray: [claiming(`v=bimi1; l=${logoUrl}`), claiming(`v=BIMI2; l=${logoUrl}`)],
  skip: [unclaimed, { zone: `example.com MX 0 .\nexample.com TXT "v=spf1 -all"` }],
  inconclusive: [silent, { ...below("default._bimi.news.example.com TXT !timeout") }],
});
