import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dns/caa-mail-host.js";
import { host } from "../mail-host.js";

testCheck(check, {
  restricted: [
    { zone: `${host}\nmx1.example.com CAA 0 issue "ca.example.net"` },
    { zone: `${host}\nexample.com CAA 0 issue "ca.example.net; validationmethods=dns-01"` },
  ],
  nobody: { zone: `${host}\nmx1.example.com CAA 0 issue ";"\nexample.com CAA 0 issue "ca.example.net"` },
  none: { zone: host },
  open: { zone: `${host}\nexample.com CAA 0 iodef "mailto:security@example.com"` },
  malformed: { zone: `${host}\nexample.com CAA 0 issue "ca_example"` },
  skip: [{ zone: `example.com MX 0 .` }, { zone: `example.com MX 10 192.0.2.1` }],
  inconclusive: [{ zone: `${host}\nexample.com CAA !servfail` }, { zone: `example.com MX !timeout` }],
});
