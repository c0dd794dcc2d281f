import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bounds } from "../../src/bounds.js";
import { readTlsReport, type TlsReport } from "../../src/syntax/tls-report.js";

const read = (text: string) => readTlsReport(text, bounds.reports.tls);
function reportOf(value: unknown): TlsReport {
  const result = read(JSON.stringify(value));
  if (!result.ok) throw new Error(result.error);
  return result.report;
}

const report = {
  "organization-name": "Sender Inc.",
  "date-range": { "start-datetime": "2026-11-01T00:00:00Z", "end-datetime": "2026-11-01T23:59:59Z" },
  "contact-info": "tls@sender.example",
  "report-id": "2026-11-01_example.com",
  policies: [
    {
      policy: {
        "policy-type": "sts",
        "policy-string": ["version: STSv1", "mode: testing", "mx: *.example.com"],
        "policy-domain": "Example.com",
        "mx-host": ["*.example.com"],
      },
      summary: { "total-successful-session-count": 5326, "total-failure-session-count": 3 },
      "failure-details": [
        {
          "result-type": "certificate-expired",
          "sending-mta-ip": "2001:db8::1",
          "receiving-mx-hostname": "MX1.example.com.",
          "receiving-ip": "192.0.2.1",
          "failed-session-count": 3,
          "failure-reason-code": "expired",
        },
      ],
    },
  ],
};

it("is read whole", () => {
  expect(reportOf(report)).toEqual({
    org: "Sender Inc.",
    contact: "tls@sender.example",
    id: "2026-11-01_example.com",
    begin: 1793491200,
    end: 1793577599,
    faults: [],
    policies: [
      {
        type: "sts",
        domain: "example.com",
        lines: ["version: STSv1", "mode: testing", "mx: *.example.com"],
        hosts: ["*.example.com"],
        succeeded: 5326,
        failed: 3,
        failures: [
          {
            type: "certificate-expired",
            sendingMta: "2001:db8::1",
            receivingHost: "mx1.example.com",
            receivingAddress: "192.0.2.1",
            sessions: 3,
            reason: "expired",
          },
        ],
      },
    ],
  });
});

describe("what reporters do otherwise", () => {
  const policy = report.policies[0]!;
  it.each([
    [
      "a host as text",
      { ...policy, policy: { ...policy.policy, "mx-host": "mx.example.com" } },
      { hosts: ["mx.example.com"] },
      [],
    ],
    ["no failures", { policy: policy.policy, summary: policy.summary }, { failures: [] }, []],
    [
      "counts as text",
      { ...policy, summary: { "total-successful-session-count": "7", "total-failure-session-count": "0" } },
      { succeeded: 7 },
      [],
    ],
    [
      "no counts",
      { policy: policy.policy },
      { succeeded: 0, failed: 0 },
      ["no total-successful-session-count", "no total-failure-session-count"],
    ],
    [
      "a negative count",
      { policy: policy.policy, summary: { ...policy.summary, "total-failure-session-count": -4 } },
      { failed: 0 },
      ["total-failure-session-count is no number"],
    ],
    ["no policy", { summary: policy.summary }, { domain: "", type: "" }, ["a policy without policy-domain"]],
  ])("%s", (_, entry, holds, faults) => {
    const found = reportOf({ ...report, policies: [entry] });
    expect(found.policies[0]).toMatchObject(holds);
    expect(found.faults).toEqual(faults);
  });

  it("no date range", () => {
    expect(reportOf({ policies: [] })).toMatchObject({ begin: null, faults: ["its date range cannot be read"] });
  });
});

describe("what is none", () => {
  it.each([
    ["{", true, 1, /no JSON/],
    ['{"policies": [\n{', false, 2, /no JSON/],
    ["[]", true, undefined, /no policies in it/],
    ["null", true, undefined, /no policies in it/],
    ['{"name": "package"}', true, undefined, /no policies in it/],
    [
      `{"policies": [${Array.from({ length: 1001 }, () => "{}").join(",")}]}`,
      false,
      undefined,
      /more than 1000 policies/,
    ],
    ["[".repeat(200_000), true, 1, /no JSON/],
  ])("%#", (text, foreign, line, error) => {
    const result = read(text);
    if (result.ok) throw new Error("read");
    expect(result.foreign).toBe(foreign);
    expect(result.line).toBe(line);
    expect(result.error).toMatch(error);
  });
});

it("never throws, whatever it reads", () => {
  const keys = [
    "policies",
    "policy",
    "summary",
    "failure-details",
    "policy-domain",
    "mx-host",
    "date-range",
    "result-type",
    "__proto__",
  ];
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      fc.jsonValue(),
      fc.array(tie("tree")),
      fc.dictionary(fc.constantFrom(...keys), tie("tree")),
    ),
  }));
  fc.assert(
    fc.property(tree, fc.string(), (value, text) => {
      expect(typeof read(JSON.stringify({ policies: [value] })).ok).toBe("boolean");
      expect(typeof read(text).ok).toBe("boolean");
    }),
  );
});
