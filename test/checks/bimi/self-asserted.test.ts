import { testCheck } from "mailworthy/testing";
import check from "../../../checks/bimi/self-asserted.js";
import { certified, claiming, logo, mark, silent, svg, unclaimed } from "./brand.js";

testCheck(check, {
  certified: certified(mark()),
  asserted: logo(svg()),
  skip: [unclaimed, claiming("v=BIMI1; l=; a=;"), claiming("v=BIMI1; l=http://logo.example.com/a.svg")],
  inconclusive: silent,
});
