import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dns/ns-count.js";
import { zoneWith } from "./zones.js";

const soa = `example.com SOA ns1.example.com hostmaster.example.com 1 7200 900 1209600 300`;

testCheck(check, {
  several: [
    { zone: zoneWith() },
    { zone: zoneWith("www.example.com A 192.0.2.80"), target: { domain: "www.example.com" } },
  ],
  single: { zone: `${soa}\nexample.com NS ns1.example.com\nns1.example.com A 192.0.2.53` },
  shared: [
    { zone: `${soa}\nexample.com NS ns1.example.com\nexample.com NS ns2.example.com\nns1.example.com A 192.0.2.53` },
    {
      zone: `${soa}
      example.com NS ns1.example.com
      example.com NS ns2.example.com
      ns1.example.com A 192.0.2.53
      ns2.example.com A 192.0.2.53`,
    },
  ],
  skip: [{ zone: soa }, { zone: `example.com A 192.0.2.1` }, { zone: "" }],
  inconclusive: [{ zone: `${soa}\nexample.com NS !timeout` }, { zone: zoneWith("ns2.example.com AAAA !servfail") }],
});
