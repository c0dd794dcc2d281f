import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mx/expected-hosts.js";
import { host } from "../mail-host.js";

testCheck(check, {
  undeclared: { zone: host },
  expected: [
    { zone: host, options: { hosts: ["MX1.example.com"] } },
    { zone: host, options: { hosts: ["*.example.com"] } },
  ],
  others: [
    { zone: host, options: { hosts: ["mx.example.net"] } },
    { zone: `example.com MX 10 notexample.com`, options: { hosts: ["*.example.com"] } },
  ],
  skip: { zone: `example.com MX 0 .` },
  inconclusive: { zone: `example.com MX !timeout`, options: { hosts: ["mx1.example.com"] } },
});
