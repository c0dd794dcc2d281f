import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dns/ns-as-diversity.js";
import { zoneWith } from "./zones.js";

const origin = (octet: number, asn: number): string =>
  `${octet}.2.0.192.origin.asn.cymru.com TXT "${asn} | 192.0.2.0/24 | NL | ripencc | 2010-01-01"`;

testCheck(check, {
  several: { zone: zoneWith(`${origin(53, 64500)}\n${origin(54, 64501)}`) },
  one: { zone: zoneWith(`${origin(53, 64500)}\n${origin(54, 64500)}`) },
  unlisted: { zone: zoneWith() },
  skip: { zone: `example.com A 192.0.2.1` },
  inconclusive: { zone: zoneWith(`${origin(53, 64500)}\n54.2.0.192.origin.asn.cymru.com TXT !timeout`) },
});
