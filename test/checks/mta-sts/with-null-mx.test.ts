import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mta-sts/with-null-mx.js";
import { announced, unannounced } from "./policy.js";

const record = `_mta-sts.example.com TXT "v=STSv1; id=1"`;

testCheck(check, {
  apt: announced("v=STSv1; id=1"),
  idle: { zone: `example.com MX 0 .\n${record}` },
  skip: [unannounced, { zone: "example.com MX 0 ." }],
  inconclusive: { zone: `example.com MX !timeout\n${record}` },
});
