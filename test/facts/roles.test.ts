import { describe, expect, it } from "vitest";
import { Evidence } from "../../src/evidence.js";
import { roles } from "../../src/facts/index.js";
import { worldNet } from "../../src/testing/index.js";
import { planned } from "../../src/plan.js";
import { run } from "../../src/run.js";
import type { Report } from "../../src/result.js";
import type { DomainTarget } from "../../src/target.js";
import present from "../../checks/mx/present.js";

const of = (zone: string): ReturnType<Evidence["get"]> => new Evidence(worldNet({ zone })).get(roles, "example.com");
const mx = "example.com MX 10 mx.example.com";
const spf = (record: string): string => `example.com TXT "${record}"`;

describe("the roles of a domain", () => {
  it.each([
    ["", ["parked"]],
    ["example.com A 192.0.2.1", ["parked"]],
    ["example.com MX 0 .", ["parked"]],
    [`example.com MX 0 .\n${spf("v=spf1 -all")}`, ["parked"]],
    [`${mx}\n${spf("v=spf1 -all")}`, ["receives"]],
    [`${mx}\n${spf("v=spf1 -all exp=why.example.com")}`, ["receives"]],
    [`${mx}\n${spf("v=spf1 mx -all")}`, ["sends", "receives"]],
    [`example.com MX 0 .\n${spf("v=spf1 mx -all")}`, ["sends"]],
    [`example.com A 192.0.2.1\n${spf("v=spf1 a -all")}`, ["sends", "receives"]],
    [spf("v=spf1 ip4:192.0.2.1 -all"), ["sends"]],
    [mx, ["sends", "receives"]],
  ])("%j", async (zone, expected) => {
    const known = await of(zone);
    expect(known).toMatchObject({ state: "known", value: { roles: expected, declared: false } });
    expect(known).not.toHaveProperty("value.unsure");
  });

  it("says that sending is only assumed where no SPF record says anything", async () => {
    expect(await of(mx)).toMatchObject({
      value: { because: "it has MX records; no SPF record says that nobody may send" },
    });
  });

  it.each([
    // what is certain stays so, and what hangs on the missing answer is neither had nor lacked
    [`${mx}\nexample.com TXT !servfail`, ["receives"], ["sends"]],
    [`example.com MX 0 .\nexample.com TXT !servfail`, [], ["sends", "parked"]],
    [`example.com MX !timeout\n${spf("v=spf1 -all")}`, [], ["receives", "parked"]],
    [`example.com MX !timeout\n${spf("v=spf1 mx -all")}`, ["sends"], ["receives"]],
    [`example.com A !timeout\n${spf("v=spf1 -all")}`, [], ["receives", "parked"]],
    ["example.com * !timeout", [], ["sends", "receives", "parked"]],
  ])("%j", async (zone, certain, unsure) => {
    expect(await of(zone)).toMatchObject({
      state: "known",
      value: { roles: certain, unsure: { roles: unsure, cause: { id: "dns example.com" } } },
    });
  });

  async function judgedBy(target: Partial<DomainTarget>, zone: string): Promise<Report> {
    const reports: Report[] = [];
    await run({ checks: [planned(present)], targets: [{ domain: "example.com", ...target }] }, worldNet({ zone }), [
      { report: (report) => void reports.push(report) },
    ]);
    return reports[0]!;
  }

  it("are those that are declared, whatever the records say", async () => {
    const { roles: judged } = await judgedBy({ role: ["receives"] }, spf("v=spf1 mx -all"));
    expect(judged).toEqual({ roles: ["receives"], declared: true, because: "declared" });
  });

  it("include sending where an address that sends is declared", async () => {
    expect(
      (await judgedBy({ senders: ["192.0.2.1"] }, `example.com MX 0 .\n${spf("v=spf1 -all")}`)).roles,
    ).toMatchObject({
      roles: ["sends"],
      because: expect.stringContaining("an address that sends is declared"),
    });
    expect((await judgedBy({ senders: ["192.0.2.1"] }, `${mx}\nexample.com TXT !servfail`)).roles).toMatchObject({
      roles: ["sends", "receives"],
      unsure: { roles: [] },
    });
  });

  it("make a check inconclusive, and no skip, where they are in doubt", async () => {
    const { results } = await judgedBy({}, `example.com A !timeout\n${mx.replace("MX 10", "TXT")}`);
    expect(results).toMatchObject([{ status: "inconclusive", cause: "dns example.com" }]);
  });
});
