import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/mta-sts/record-syntax.js";
import { announced, silent, unannounced } from "./policy.js";

testCheck(check, {
  good: [announced("v=STSv1; id=20260101"), announced("v=STSv1;id=a; future=1;"), announced("v=STSv1; id=1; id=2")],
  dropped: announced("v=STSv1; id=1; nonsense"),
  broken: [announced("v=STSv1;"), announced("v=STSv1; id=2026-01-01"), announced("v=STSv1; id=")],
  skip: [unannounced, announced("v=STSv1; id=1", "v=STSv1; id=2")],
  inconclusive: silent,
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, announced("v=STSv1; id=1; nonsense"));
  expect(results[0]!.findings[0]!.fix).toEqual({ from: "v=STSv1; id=1; nonsense", to: "v=STSv1; id=1" });
});
