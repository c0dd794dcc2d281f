import { testCheck } from "mailworthy/testing";
import check from "../../../checks/bimi/cert-chain.js";
import { certified, claiming, logo, mark, markUrl, silent, svg, unclaimed } from "./brand.js";

testCheck(check, {
  valid: [
    certified(mark()),
    certified(mark("default._bimi.example.com until 2027-01-01")),
    certified(mark("example.com until 2026-01-15"), "no drawing"),
    { ...certified(mark()), ...claiming(`v=BIMI1; l=; a=${markUrl}`) },
    { ...certified(mark("example.com until 2026-01-20")), options: { warn: 10 } },
  ],
  ending: certified(mark("example.com until 2026-01-10")),
  unreachable: [certified("!404"), certified("!refused")],
  untrusted: certified(`HTTP 200\nTLS: other.example.com\nPEM: example.com`),
  empty: [certified("HTTP 200\nPEM: -"), certified("<html></html>")],
  unknown: [
    certified(mark("example.com until 2027-01-01 trust=untrusted-root")),
    certified(mark("example.com until 2025-01-01 trust=self-signed")),
  ],
  expired: certified(mark("example.com until 2025-12-01")),
  early: certified(mark("example.com from=2026-02-01 until 2027-01-01")),
  purpose: [certified(mark(undefined, { uses: ["1.3.6.1.5.5.7.3.1"] })), certified(mark(undefined, { uses: [] }))],
  name: [certified(mark("example.net until 2027-01-01")), certified(mark("other._bimi.example.com until 2027-01-01"))],
  skip: [unclaimed, logo(svg()), claiming("v=BIMI1; l=; a=;")],
  inconclusive: [certified("!timeout"), silent],
});
