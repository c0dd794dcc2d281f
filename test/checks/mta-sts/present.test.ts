import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/mta-sts/present.js";
import { announced, silent, unannounced } from "./policy.js";

testCheck(check, {
  present: [
    announced("v=STSv1; id=1"),
    announced("v=STSv1; id=1", "v=spf1 -all"),
    announced("v=STSv1; id=1", "v=STSv1; id=2"),
  ],
  none: [unannounced, announced("v=spf1 -all")],
  stray: [announced("v=stsv1; id=1"), announced(" v=STSv1; id=1")],
  skip: { zone: "example.com MX 0 ." },
  inconclusive: silent,
});

it("prints the record to publish", async () => {
  const { results } = await examine(check, { ...unannounced, now: "2026-03-01T12:00:00Z" });
  expect(results[0]!.findings[0]!.fix).toMatchObject({ to: "v=STSv1; id=20260301120000" });
});
