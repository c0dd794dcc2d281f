import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/apply-would-fail.js";

const place = { file: "plan.json", line: 3, column: 1, name: "example.com", type: "TXT" } as const;

testCheck(check, {
  taken: [
    { before: "", zone: "example.com TXT x" },
    { before: "", zone: "", more: { after: { unknown: [{ ...place, why: "computed" }] } } },
  ],
  refused: {
    before: "",
    zone: "",
    more: { after: { unknown: [{ ...place, why: "refused", fault: "a string of more than 255 bytes" }] } },
  },
});
