import { gzipSync } from "node:zlib";
import { testCheck } from "mailworthy/testing";
import check from "../../../checks/bimi/cert-logo-match.js";
import { certified, logo, mark, svg, unclaimed } from "./brand.js";

const plain = `data:image/svg+xml;base64,${Buffer.from(svg()).toString("base64")}`;
const bomb = `data:image/svg+xml;base64,${gzipSync(Buffer.alloc(1_000_000)).toString("base64")}`;

testCheck(check, {
  same: [
    certified(mark()),
    certified(mark(undefined, { address: plain })),
    certified(mark("example.com trust=untrusted-root")),
  ],
  other: certified(mark(undefined, { logo: svg("<g/>") })),
  none: [
    certified(mark(undefined, { logo: null })),
    certified(mark(undefined, { address: "https://example.com/logo.svg" })),
    certified(mark(undefined, { address: bomb })),
  ],
  skip: [unclaimed, logo(svg()), certified("!404"), certified("HTTP 200\nPEM: -")],
  inconclusive: certified("!timeout"),
});
