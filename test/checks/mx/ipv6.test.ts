import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mx/ipv6.js";
import { host } from "../mail-host.js";

testCheck(check, {
  both: { zone: `${host}\nmx1.example.com AAAA 2001:db8::25` },
  none: { zone: host },
  skip: [{ zone: `example.com MX 0 .` }, { zone: `example.com MX 10 gone.example.com` }],
  inconclusive: { zone: `${host}\nmx1.example.com AAAA !timeout` },
});
