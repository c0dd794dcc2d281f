import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mx/null-mx-form.js";

testCheck(check, {
  alone: { zone: `example.com MX 0 .` },
  preference: { zone: `example.com MX 10 .` },
  mixed: { zone: `example.com MX 0 .\nexample.com MX 10 mx1.example.com` },
  skip: [{ zone: `example.com MX 10 mx1.example.com` }, { zone: `example.com A 192.0.2.1` }],
  inconclusive: { zone: `example.com MX !timeout` },
});
