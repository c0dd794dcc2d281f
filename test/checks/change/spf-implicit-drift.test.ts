import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/spf-implicit-drift.js";

const at = (spf: string, address: string, mx = "192.0.2.2"): string =>
  `example.com TXT "v=spf1 ${spf} -all"\nexample.com A ${address}\nexample.com MX 10 mx1.example.com\nmx1.example.com A ${mx}`;

testCheck(check, {
  same: [
    { before: at("a mx", "192.0.2.1"), zone: at("a mx", "192.0.2.1") },
    { before: at("mx", "192.0.2.1"), zone: at("mx", "192.0.2.9") },
    { before: at("a", "192.0.2.1"), zone: at("ip4:192.0.2.1", "192.0.2.9") },
  ],
  lost: [
    { before: at("a", "192.0.2.1"), zone: at("a", "198.51.100.1") },
    { before: at("mx", "192.0.2.1"), zone: at("mx", "192.0.2.1", "192.0.2.22") },
    { before: at("a ip4:192.0.2.0/24", "198.51.100.1"), zone: at("a ip4:192.0.2.0/24", "192.0.2.1") },
  ],
  moved: [
    {
      before: at("mx", "192.0.2.1"),
      zone: at("mx", "192.0.2.1").replace("MX 10 mx1.example.com", "MX 10 mx.example.net"),
    },
    {
      before: at("a", "192.0.2.1"),
      zone: at("a", "192.0.2.1").replace("example.com A 192.0.2.1\n", ""),
      more: {
        after: {
          unknown: [
            { file: "p", line: 1, column: 1, name: "example.com", type: "A", why: "alias", alias: "w.example.net" },
          ],
        },
      },
    },
  ],
  wider: { before: at("a ip4:192.0.2.1", "192.0.2.1"), zone: at("a ip4:192.0.2.1", "198.51.100.1") },
});
