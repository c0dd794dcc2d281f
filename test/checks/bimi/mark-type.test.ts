import { testCheck } from "mailworthy/testing";
import check from "../../../checks/bimi/mark-type.js";
import { certified, logo, mark, svg, unclaimed } from "./brand.js";

const of = (markType: string | null) => certified(mark(undefined, { markType }));

testCheck(check, {
  verified: [of("Registered Mark"), of("Government Mark")],
  common: [of("Prior Use Mark"), of("Modified Registered Mark")],
  untold: of(null),
  skip: [unclaimed, logo(svg()), certified("!404")],
  inconclusive: certified("!timeout"),
});
