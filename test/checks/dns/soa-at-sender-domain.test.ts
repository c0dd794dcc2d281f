import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dns/soa-at-sender-domain.js";
import { zoneWith } from "./zones.js";

const target = { role: ["sends"] as const };

testCheck(check, {
  own: { zone: zoneWith(), target },
  inside: { zone: zoneWith("news.example.com TXT here"), target: { ...target, domain: "news.example.com" } },
  noStart: { zone: `example.com A 192.0.2.1`, target },
  none: { zone: zoneWith(), target: { ...target, domain: "news.example.com" } },
  skip: { zone: zoneWith(), target: { role: ["parked"] } },
  inconclusive: { zone: `example.com SOA !timeout`, target },
});
