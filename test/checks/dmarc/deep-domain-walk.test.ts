import { expect, it } from "vitest";
import { examine, testCheck } from "mailworthy/testing";
import check from "../../../checks/dmarc/deep-domain-walk.js";

const world = (domain: string, ...zone: string[]) => ({ zone: zone.join("\n"), target: { domain } });

const deep = "a.b.c.d.e.f.g.h.example.com";

testCheck(check, {
  whole: [world("example.com", "example.com MX 10 mx1.example.com"), world("a.b.c.d.e.f.example.com")],
  jump: [world("a.b.c.d.e.f.g.example.com"), world(deep)],
  inconclusive: [
    world("example.com", "_dmarc.example.com TXT !timeout"),
    world("example.com", "_dmarc.com TXT !servfail"),
  ],
});

it("asks eight names, and says where the walk goes on", async () => {
  const { results } = await examine(check, world(deep));
  expect(results[0]!.findings[0]).toMatchObject({
    text: "10 labels; the walk goes on at d.e.f.g.h.example.com and leaves out 2 names between",
    evidence: { length: 8 },
  });
});
