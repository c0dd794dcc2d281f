import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mx/wildcard-mx.js";

testCheck(check, {
  none: [{ zone: `example.com MX 10 mx1.example.com` }, { zone: `*.example.com A 192.0.2.1` }],
  refusing: { zone: `*.example.com MX 0 .` },
  everywhere: { zone: `*.example.com MX 10 mx1.example.com` },
  inconclusive: { zone: `*.example.com MX !servfail` },
});
