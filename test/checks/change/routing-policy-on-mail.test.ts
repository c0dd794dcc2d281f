import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/routing-policy-on-mail.js";

const place = { file: "plan.json", line: 3, column: 1 } as const;
const different = { ...place, name: "example.com", type: "MX", why: "routing" } as const;
const mx = { preference: 10, exchange: "mx1.example.com" };
const routed = {
  ...place,
  name: "example.com",
  type: "MX",
  ttl: 300,
  data: mx,
  routing: { kind: "weighted" },
} as const;
const of = (before: object, after: object) => ({ before: "", zone: "", more: { before, after } });

testCheck(check, {
  plain: [
    of({}, {}),
    of({ unknown: [different] }, { unknown: [different] }),
    of({}, { unknown: [{ ...different, type: "A" }] }),
    of({ records: [routed] }, { records: [routed] }),
  ],
  differs: of({ records: [routed] }, { unknown: [different] }),
  routed: of({}, { records: [routed] }),
});
