import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/mta-sts/mx-covered.js";
import { policy, served, unannounced } from "./policy.js";

const naming = (mx: string[], mode = "enforce") => served(policy({ mx, mode }));
const two = (mx: string[]) => {
  const row = naming(mx);
  return { ...row, zone: `${row.zone}\nexample.com MX 20 mx2.backup.example.com` };
};

testCheck(check, {
  covered: [
    naming(["mx1.example.com"]),
    naming(["*.example.com"]),
    naming(["old.example.com", "MX1.example.com"], "testing"),
    two(["*.example.com", "*.backup.example.com"]),
  ],
  missing: [naming(["mx2.example.com"]), naming(["example.com"]), two(["*.example.com"])],
  untested: naming(["mx2.example.com"], "testing"),
  skip: [unannounced, served(policy({ mode: "none", mx: [] })), served("!404"), naming(["*.*.example.com"])],
  inconclusive: [
    served("!timeout"),
    { ...naming(["*.example.com"]), zone: naming([]).zone!.replace("MX 10 mx1.example.com", "MX !timeout") },
  ],
});

it("prints the line that is missing", async () => {
  const { results } = await examine(check, two(["*.example.com"]));
  expect(results[0]!.findings[0]).toMatchObject({
    data: { hosts: "mx2.backup.example.com" },
    fix: { to: "mx: mx2.backup.example.com" },
  });
});
