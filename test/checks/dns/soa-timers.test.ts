import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dns/soa-timers.js";
import { zoneWith } from "./zones.js";

testCheck(check, {
  usual: { zone: zoneWith() },
  unusual: { zone: `example.com SOA ns1.example.com hostmaster.example.com 1 10 10 60 604800` },
  skip: { zone: `example.com A 192.0.2.1` },
  inconclusive: { zone: `example.com SOA !servfail` },
});
