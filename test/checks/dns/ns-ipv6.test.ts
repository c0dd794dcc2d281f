import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dns/ns-ipv6.js";
import { zoneWith } from "./zones.js";

testCheck(check, {
  all: { zone: zoneWith("ns1.example.com AAAA 2001:db8::53\nns2.example.com AAAA 2001:db8::54") },
  some: { zone: zoneWith("ns1.example.com AAAA 2001:db8::53") },
  none: { zone: zoneWith() },
  skip: { zone: `example.com A 192.0.2.1` },
  inconclusive: { zone: zoneWith("ns1.example.com AAAA !timeout") },
});
