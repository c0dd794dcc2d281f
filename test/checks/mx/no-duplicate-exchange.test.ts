import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mx/no-duplicate-exchange.js";

const two = `example.com MX 10 mx1.example.com\nexample.com MX 20 mx2.example.com`;

testCheck(check, {
  distinct: [
    { zone: `${two}\nmx1.example.com A 192.0.2.1\nmx2.example.com A 192.0.2.2` },
    { zone: `${two}\nmx1.example.com A 192.0.2.1\nmx2.example.com A 192.0.2.1\nmx2.example.com A 192.0.2.2` },
    { zone: two },
  ],
  repeated: { zone: `example.com MX 10 mx1.example.com\nexample.com MX 20 mx1.example.com` },
  shared: { zone: `${two}\nmx1.example.com A 192.0.2.1\nmx2.example.com A 192.0.2.1` },
  skip: [{ zone: `example.com MX 0 .` }, { zone: `example.com A 192.0.2.1`, target: { role: ["receives"] } }],
  inconclusive: [
    { zone: `example.com MX !servfail` },
    { zone: `${two}\nmx1.example.com A 192.0.2.1\nmx2.example.com A !timeout` },
  ],
});
