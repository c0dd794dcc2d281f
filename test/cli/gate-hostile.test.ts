import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { acting, hostile, obeyed } from "../corpus.js";
import { emptyFolder, mailworthy } from "./shell.js";

/** A proposal with a text as the value of a record, as part of a name, and wherever else a file has words of its own. */
const proposals: Readonly<Record<string, (text: string) => unknown>> = {
  cloudformation: (text) => ({
    Description: text,
    Resources: {
      [text]: {
        Type: "AWS::Route53::RecordSet",
        Properties: {
          HostedZoneName: "example.com.",
          Name: "example.com.",
          Type: "TXT",
          TTL: "300",
          ResourceRecords: [`"${text}"`, '"v=spf1 +all"'],
        },
      },
      named: {
        Type: "AWS::Route53::RecordSet",
        Properties: {
          HostedZoneName: "example.com.",
          Name: `${text}.example.com.`,
          Type: "A",
          ResourceRecords: [text],
        },
      },
    },
  }),
  "external-dns": (text) => ({
    kind: "DNSEndpoint",
    metadata: { name: text },
    spec: {
      endpoints: [
        { dnsName: "example.com", recordType: "TXT", targets: [text, "v=spf1 +all"] },
        { dnsName: `${text}.example.com`, recordType: "MX", targets: [text], setIdentifier: text },
      ],
    },
  }),
  dnscontrol: (text) => ({
    registrars: [],
    dns_providers: [{ name: text, type: text }],
    domains: [
      {
        name: "example.com",
        dnsProviders: { [text]: -1 },
        records: [
          { type: "TXT", name: "@", ttl: 300, target: text },
          { type: "TXT", name: "@", ttl: 300, target: "v=spf1 +all" },
          { type: text, name: text, ttl: 300, target: text },
        ],
      },
    ],
  }),
  "octodns-plan": (text) => ({
    live: {
      "example.com.": {
        changes: [
          {
            type: "create",
            record_type: "TXT",
            name: "",
            new: { ttl: 300, values: [text.replaceAll(";", "\\;"), "v=spf1 +all"] },
          },
          { type: "create", record_type: "TXT", name: text, new: { ttl: 300, value: text } },
        ],
      },
    },
  }),
  terraform: (text) => ({
    format_version: "1.2",
    resource_changes: [
      {
        address: `aws_route53_record.x["${text}"]`,
        mode: "managed",
        type: "aws_route53_record",
        change: {
          actions: ["create"],
          before: null,
          after: { name: "example.com", type: "TXT", ttl: 300, records: [text, "v=spf1 +all"], zone_id: text },
          after_unknown: {},
        },
      },
    ],
  }),
};

describe("a stranger's proposal does nothing where it is read", () => {
  it.each(Object.entries(proposals))("%s", async (format, proposal) => {
    const cwd = emptyFolder();
    const file = join(cwd, "proposal.json");
    const argv = ["gate", "proposal.json", "--zone", "example.com", "--format", format, "--untrusted"];
    let judged = 0;
    for (const { id, text } of hostile) {
      writeFileSync(file, JSON.stringify(proposal(text)));
      for (const reporter of ["text", "github"]) {
        const { code, out, err } = await mailworthy([...argv, "--all", "-r", reporter], { cwd });
        expect([0, 1, 2, 3], id).toContain(code);
        const log = `${reporter === "github" ? out.replace(/^::(?:error|warning|notice) /gm, "") : out}\n${err}`;
        expect(acting.exec(log)?.[0], `${id} by ${reporter}`).toBeUndefined();
        expect(obeyed(log), `${id} by ${reporter}`).toEqual([]);
        if (code !== 2) judged++;
      }
    }
    expect(judged).toBeGreaterThan(hostile.length);
  });
});
