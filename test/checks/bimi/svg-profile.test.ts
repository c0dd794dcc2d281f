import { testCheck } from "mailworthy/testing";
import check from "../../../checks/bimi/svg-profile.js";
import { claiming, logo, svg, unclaimed } from "./brand.js";

testCheck(check, {
  conforming: [logo(svg()), logo(`HTTP 200\nTLS: other.example.com\n\n${svg("<desc>é</desc>")}`)],
  advised: [logo(svg().replace("64 64", "64 32")), logo(svg().replace("Example", "Untitled"))],
  broken: [
    logo(svg("<script>alert(1)</script>")),
    logo(svg(`<use href="https://example.com/a.svg#b"/>`)),
    logo(`<!DOCTYPE svg [<!ENTITY a "b">]>${svg("&a;")}`),
    logo("GIF89a"),
    logo(svg("<g>".repeat(500))),
  ],
  skip: [unclaimed, claiming("v=BIMI1; l=;"), logo("!404"), logo("!refused")],
  inconclusive: logo("!timeout"),
});
