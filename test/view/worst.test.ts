import type { Status, View } from "mailworthy";
import { expect, it } from "vitest";
import { Recurring } from "../../src/view/recurring.js";
import { countsOf } from "../../src/view/view.js";
import { Worst } from "../../src/view/worst.js";

const row = (name: string, status: Status, fail = 0) => ({ name, status, counts: { ...countsOf([]), fail } });

it("the worst come first, then those that fail most, then as they came; no more of each than wanted", () => {
  const worst = new Worst<ReturnType<typeof row>>(2);
  for (const one of [
    row("warns", "warn"),
    row("one", "fail", 1),
    row("first of three", "fail", 3),
    row("second of three", "fail", 3),
    row("unknown", "inconclusive"),
  ])
    worst.add(one);
  expect(worst.all().map(({ name }) => name)).toEqual(["first of three", "second of three", "unknown", "warns"]);
});

const failing = (host: string, text = "no STARTTLS"): View => {
  const subject = { kind: "host", name: host, domain: "example.com" } as const;
  const said = { check: "tls/offered", status: "fail", text, subjects: [subject], evidence: [] } as const;
  return {
    about: [],
    status: "fail",
    counts: countsOf(["fail"]),
    families: [],
    failing: [{ ...said, subjects: [...said.subjects], evidence: [] }],
    unknown: [],
    warning: [],
    passing: [],
    skipped: [],
    compliance: [],
  };
};

it("what fails on a host is counted over the domains that share it", () => {
  const recurring = new Recurring();
  for (const host of ["mx.a.example", "mx.b.example", "mx.a.example", "mx.a.example", "mx.b.example", "mx.c.example"])
    recurring.add(failing(host));
  expect(recurring.top().map(({ text, domains }) => [text, domains])).toEqual([
    ["mx.a.example: no STARTTLS", 3],
    ["mx.b.example: no STARTTLS", 2],
  ]);
});

it("what came up once makes room for what comes up again", () => {
  const recurring = new Recurring(10);
  for (let at = 0; at < 1_000; at++) {
    recurring.add(failing("mx.hostco.example"));
    recurring.add(failing(`mx${at}.example`));
  }
  expect(recurring.top()).toEqual([{ check: "tls/offered", text: "mx.hostco.example: no STARTTLS", domains: 1_000 }]);
});
