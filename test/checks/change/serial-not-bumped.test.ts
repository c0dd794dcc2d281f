import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/serial-not-bumped.js";

const at = (serial: number, text = "x"): string =>
  `example.com SOA ns1.example.com host.example.com ${serial} 7200 3600 1209600 300\nexample.com TXT ${text}`;

testCheck(check, {
  later: [
    { before: at(1), zone: at(1) },
    { before: at(1), zone: at(2, "y") },
    { before: at(4_294_967_295), zone: at(5, "y") },
    { before: at(1), zone: at(1, "y") },
    { before: at(1), zone: at(1, "y"), partial: true },
    { before: at(1), zone: at(1, "y"), more: { after: { provider: "route53" } } },
  ],
  stale: { before: at(7), zone: at(7, "y") },
  back: { before: at(2_026_120_100), zone: at(7, "y") },
});
