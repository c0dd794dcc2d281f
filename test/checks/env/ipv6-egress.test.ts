import { testCheck } from "mailworthy/testing";
import check from "../../../checks/env/ipv6-egress.js";

const zone = `mx.one.example A 192.0.2.1\nmx.one.example AAAA 2001:db8::1`;
const here = { controls: ["mx.one.example"] };

testCheck(check, {
  open: [
    { zone, here, ports: { "2001:db8::1:25": "open" } },
    { zone, here, ports: { "2001:db8::1:25": "refused" } },
    { zone, here, ports: { "2001:db8::1:443": "open" } },
  ],
  inconclusive: [
    { zone },
    { zone, here },
    { zone: `mx.one.example A 192.0.2.1`, here },
    { zone: `mx.one.example AAAA !timeout\nmx.one.example A 192.0.2.1`, here },
  ],
});
