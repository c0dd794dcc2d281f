import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mx/null-mx-without-address.js";

testCheck(check, {
  guards: { zone: `example.com MX 0 .\nexample.com A 192.0.2.80` },
  alone: { zone: `example.com MX 0 .` },
  skip: { zone: `example.com MX 10 mx1.example.com` },
  inconclusive: { zone: `example.com MX 0 .\nexample.com A !timeout` },
});
