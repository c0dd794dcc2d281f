import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mx/redundancy.js";
import { host } from "../mail-host.js";

testCheck(check, {
  one: { zone: host },
  several: [
    { zone: `${host}\nmx1.example.com A 192.0.2.26` },
    { zone: `${host}\nexample.com MX 20 mx2.example.com\nmx2.example.com A 192.0.2.26` },
  ],
  skip: { zone: `example.com MX 0 .` },
  inconclusive: { zone: `${host}\nmx1.example.com AAAA !timeout` },
});
