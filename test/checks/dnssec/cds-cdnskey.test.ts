import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dnssec/cds-cdnskey.js";
import { key, signed, unsigned } from "./zones.js";

const same = `12345 13 2 ${"ab".repeat(32)}`;

testCheck(check, {
  none: signed(),
  settled: [signed(`example.com CDS ${same}`), signed(`example.com CDNSKEY ${key}`)],
  changing: signed(`example.com CDS 54321 13 2 ${"cd".repeat(32)}`),
  ending: [signed("example.com CDS 0 0 0 00"), signed("example.com CDNSKEY 0 3 0 AA==")],
  skip: [unsigned(`example.com CDS ${same}`), { zone: "" }],
  inconclusive: signed("example.com CDS !timeout"),
});
