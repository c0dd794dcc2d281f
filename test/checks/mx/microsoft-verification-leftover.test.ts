import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mx/microsoft-verification-leftover.js";
import { host } from "../mail-host.js";

testCheck(check, {
  none: { zone: host },
  left: { zone: `${host}\nexample.com MX 32767 ms12345678.msv1.invalid` },
  skip: { zone: `example.com MX 0 .` },
  inconclusive: { zone: `example.com MX !timeout` },
});
