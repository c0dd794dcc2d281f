import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/too-many-dimensions.js";

const at = (mx: string, spf: string, p = "none"): string =>
  `example.com MX 10 ${mx}.example.com\nexample.com TXT "v=spf1 ${spf} -all"\n_dmarc.example.com TXT "v=DMARC1; p=${p}"`;

testCheck(check, {
  few: [
    { before: at("a", "mx"), zone: at("a", "mx") },
    { before: at("a", "mx"), zone: at("b", "mx") },
    { before: at("a", "mx"), zone: at("b", "a"), options: { most: 2 } },
  ],
  many: [
    { before: at("a", "mx"), zone: at("b", "a") },
    { before: at("a", "mx"), zone: at("b", "a", "reject"), options: { most: 2 } },
  ],
});
