import { testCheck } from "mailworthy/testing";
import check from "../../../checks/env/nxdomain-rewrite.js";

testCheck(check, {
  honest: [{ zone: "" }, { zone: `mailworthy-q7x3vz9k2m.invalid TXT "no such host"` }],
  rewritten: [{ zone: `mailworthy-q7x3vz9k2m.invalid A 198.51.100.9` }, { zone: `*.invalid A 198.51.100.9` }],
  inconclusive: [
    { zone: `mailworthy-q7x3vz9k2m.invalid A !servfail` },
    { zone: `mailworthy-q7x3vz9k2m.invalid * !timeout` },
  ],
});
