import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/inbound-cutover-blind.js";

const mx = (host: string): string => `example.com MX 10 ${host}.example.com\n`;
const tls = (rua: string): string => `_smtp._tls.example.com TXT "v=TLSRPTv1; rua=${rua}"\n`;

testCheck(check, {
  seen: [
    { before: mx("a") + tls("mailto:t@example.com"), zone: mx("a") },
    { before: mx("a"), zone: mx("b") },
    { before: mx("a") + tls("https://t.example.net/r"), zone: mx("b") + tls("https://t.example.net/r") },
    { before: mx("a"), zone: mx("b") + tls("mailto:t@example.com,mailto:t@example.net") },
    { before: mx("a") + tls("mailto:t@example.com"), zone: "" },
    {
      before: mx("a") + mx("b") + tls("mailto:t@example.com"),
      zone: mx("a").replace("10", "30") + mx("b") + tls("mailto:t@example.com"),
    },
  ],
  gone: { before: mx("a") + tls("mailto:t@example.net"), zone: mx("b") },
  self: { before: mx("a") + tls("mailto:t@example.com"), zone: mx("b") + tls("mailto:t@example.com") },
  inconclusive: {
    before: mx("a") + tls("mailto:t@example.net"),
    zone: `${mx("b")}_smtp._tls.example.com CNAME tls.example.net`,
  },
});
