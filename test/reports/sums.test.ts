import { describe, expect, it } from "vitest";
import { bounds } from "../../src/bounds.js";
import { type Summary, summaryOf } from "../../src/reports/summary.js";
import { Sums, type Wanted } from "../../src/reports/sums.js";
import { unpack } from "../../src/reports/unpack.js";
import { dmarcXml, firstOfNovember, mail, type Row, tlsJson } from "./samples.js";

async function summed(texts: readonly string[], wanted: Wanted = {}): Promise<Summary> {
  const sums = new Sums(wanted);
  for (const [at, text] of texts.entries())
    for (const found of await unpack(Buffer.from(text), `f${at}`)) sums.add(found);
  return summaryOf(sums);
}
const day = 86_400;

describe("sums by domain", () => {
  it("over reports and reporters, the latest policy", async () => {
    const { domains, tally } = await summed([
      dmarcXml({
        id: "2",
        begin: firstOfNovember + day,
        p: "reject",
        rows: [{ count: 3, disposition: "quarantine", dkim: "fail" }],
      }),
      dmarcXml({
        id: "1",
        p: "none",
        rows: [{ count: 5 }, { count: 7, spf: "fail", dkim: "fail", disposition: "reject" }],
      }),
      dmarcXml({
        id: "1",
        org: "other.example",
        error: "slow",
        rows: [{ count: 1, disposition: "odd", spf: "", dkim: "" }],
      }),
      dmarcXml({ id: "9", domain: "example.net", rows: [{ count: 2 }] }),
    ]);
    expect(tally).toMatchObject({ dmarc: 4, duplicates: 0, broken: 0 });
    expect(domains.map(({ domain, messages }) => [domain, messages])).toEqual([
      ["example.com", 16],
      ["example.net", 2],
    ]);
    expect(domains[0]).toMatchObject({
      begin: firstOfNovember,
      end: firstOfNovember + 2 * day - 1,
      policy: { p: "reject" },
      reports: 3,
      aligned: { both: 5, dkim: 0, spf: 3, none: 7, untold: 1 },
      treated: { delivered: 5, quarantined: 3, rejected: 7, untold: 1 },
      reporters: [
        { name: "receiver.example", count: 15 },
        { name: "other.example", count: 1 },
      ],
      errors: [{ name: "slow", count: 1 }],
    });
  });

  it.each<[string, string[], number]>([
    ["the same again", [dmarcXml(), dmarcXml()], 1],
    ["in another spelling", [dmarcXml(), dmarcXml({ org: "RECEIVER.example" })], 1],
    ["another id", [dmarcXml(), dmarcXml({ id: "2" })], 0],
    ["another reporter", [dmarcXml(), dmarcXml({ org: "o.example" })], 0],
    ["another domain", [dmarcXml(), dmarcXml({ domain: "example.net" })], 0],
    ["an id that is used every day", [dmarcXml(), dmarcXml({ begin: firstOfNovember + day })], 0],
    ["TLS reports too", [tlsJson(), tlsJson(), tlsJson({ id: "t2" })], 1],
  ])("duplicates count once: %s", async (_, texts, duplicates) => {
    expect((await summed(texts)).tally.duplicates).toBe(duplicates);
  });

  it.each<[Wanted, string[], number]>([
    [{}, ["example.com", "example.net"], 0],
    [{ domains: ["example.com"] }, ["example.com"], 1],
    [{ domains: ["com"] }, ["example.com"], 1],
    [{ since: firstOfNovember + day }, ["example.net"], 1],
    [{ since: firstOfNovember + day - 1 }, ["example.com", "example.net"], 0],
    [{ until: firstOfNovember + day - 1 }, ["example.com"], 1],
    [{ until: firstOfNovember - 1 }, [], 2],
  ])("only what is wanted: %j", async (wanted, names, unwanted) => {
    const { domains, tally } = await summed(
      [dmarcXml(), dmarcXml({ domain: "example.net", begin: firstOfNovember + day })],
      wanted,
    );
    expect([domains.map(({ domain }) => domain), tally.unwanted]).toEqual([names, unwanted]);
  });

  it("a report that does not tell its time is in no period", async () => {
    const text = dmarcXml().replace(/<date_range>.*<\/date_range>/, "");
    expect((await summed([text])).tally).toMatchObject({ dmarc: 1 });
    expect((await summed([text], { since: 0 })).tally).toMatchObject({ dmarc: 0, unwanted: 1 });
  });

  it("what is wrong with records is told with its line, and counted by report", async () => {
    const { faults, faulty } = await summed([dmarcXml({ rows: [{ ip: "x", disposition: "odd" }] })]);
    expect(faulty).toBe(1);
    expect(faults).toEqual([
      { file: "f0", line: 5, text: 'source_ip "x" is no address' },
      { file: "f0", line: 5, text: 'disposition "odd" is not known' },
    ]);
  });

  it("is bounded however many senders there are: the rest is summed up", async () => {
    const sums = new Sums();
    const most = bounds.reports.groups;
    const record = (
      await unpack(
        Buffer.from(dmarcXml({ rows: [{ dkim: "fail", spf: "fail", signed: "", envelope: "x fail" }] })),
        "f",
      )
    )[0]!;
    if (record.kind !== "dmarc") throw new Error("no report");
    const [one] = record.report.records;
    const records = Array.from({ length: most + 500 }, (_, at) => ({
      ...one!,
      source: `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`,
    }));
    sums.add({ ...record, report: { ...record.report, records } });
    const { domains } = summaryOf(sums);
    expect(domains[0]!.messages).toBe(most + 500);
    expect(domains[0]!.sources).toHaveLength(most + 1);
    expect(domains[0]!.sources[0]).toMatchObject({ sender: "others", messages: 500 });
  });
});

describe("a sender, what it is and what to do", () => {
  const pass: Row = { spf: "fail", dkim: "fail", signed: "", envelope: "none.example none" };
  it.each<[string, Row, object, RegExp, RegExp | null]>([
    ["both", {}, { sender: "example.com", alignment: "both" }, /^d=example\.com s=s1, SPF by example\.com$/, null],
    [
      "DKIM only, by a service",
      { spf: "fail", envelope: "esp.example pass" },
      { sender: "esp.example", by: "envelope", alignment: "dkim", forwarded: "no" },
      /^DKIM only; its reverse-path is of esp\.example$/,
      /below example\.com would align SPF/,
    ],
    [
      "DKIM only, nothing passes SPF",
      { spf: "fail", envelope: "esp.example fail" },
      { sender: "example.com", by: "signature", forwarded: "no" },
      /SPF passes for no domain/,
      /reverse-path/,
    ],
    [
      "forwarded, by the look of it",
      { spf: "fail", envelope: "example.com softfail" },
      { sender: "192.0.2.1", by: "address", forwarded: "likely" },
      /^forwarded, by the look of it/,
      /If the address is yours/,
    ],
    [
      "forwarded, as the receiver says",
      { spf: "fail", envelope: "srs.example pass", reason: "forwarded" },
      { forwarded: "said" },
      /^forwarded, says the receiver/,
      null,
    ],
    [
      "SPF only, not signed",
      { dkim: "fail", signed: "" },
      { alignment: "spf" },
      /^SPF only, by example\.com; not signed$/,
      /sign with d=example\.com/,
    ],
    [
      "SPF only, signed by another",
      { dkim: "fail", signed: "esp.example k pass" },
      { sender: "esp.example", by: "signature" },
      /signs as d=esp\.example$/,
      /sign with d=example\.com/,
    ],
    [
      "SPF only, its own signature fails",
      { dkim: "fail", signed: "example.com s9 permerror" },
      { alignment: "spf" },
      /d=example\.com s=s9 gives permerror$/,
      /--selector s9/,
    ],
    [
      "a service",
      { ...pass, signed: "bulk.example k pass", envelope: "b.bulk.example pass" },
      { sender: "b.bulk.example", alignment: "none" },
      /SPF passes for b\.bulk\.example, which is not example\.com/,
      /If not, it is not yours/,
    ],
    [
      "a service without SPF",
      { ...pass, signed: "bulk.example k pass" },
      { sender: "bulk.example", by: "signature" },
      /signs as d=bulk\.example/,
      /have it sign with d=example\.com/,
    ],
    [
      "an address that SPF does not name",
      { ...pass, envelope: "example.com fail" },
      { sender: "192.0.2.1", unlisted: true },
      /does not name the address/,
      /add ip4:192\.0\.2\.1 to the SPF record/,
    ],
    [
      "an IPv6 address",
      { ...pass, ip: "2001:db8::1" },
      { sender: "2001:db8::1" },
      /SPF passes for no domain/,
      /add ip6:2001:db8::1/,
    ],
    ["no address", { ...pass, ip: "x" }, { sender: "no address told" }, /not signed/, /add its address/],
    [
      "a list, as the receiver says",
      { ...pass, reason: "mailing_list" },
      { forwarded: "said", alignment: "none" },
      /nothing to do on your side/,
      null,
    ],
    [
      "ARC, as the receiver says",
      { ...pass, reason: "local_policy", comment: "arc=pass" },
      { forwarded: "said" },
      /changed on the way/,
      null,
    ],
    [
      "a local policy of another kind",
      { ...pass, reason: "local_policy", comment: "search" },
      { forwarded: "no" },
      /not signed/,
      /p=reject/,
    ],
    [
      "a signature that fails",
      { ...pass, signed: "example.com s7 fail" },
      { sender: "192.0.2.1" },
      /claims a signature d=example\.com s=s7 that gives fail/,
      /mend its key/,
    ],
    ["not told", { dkim: "", spf: "" }, { alignment: "untold" }, /do not say/, null],
    [
      "a subdomain",
      { from: "news.example.com" },
      { from: "news.example.com", alignment: "both" },
      /d=example\.com/,
      null,
    ],
  ])("%s", async (_, row, holds, says, todo) => {
    const { domains } = await summed([dmarcXml({ rows: [row] })]);
    const [source] = domains[0]!.sources;
    expect(source).toMatchObject({ messages: 1, ...holds });
    expect(source!.says).toMatch(says);
    if (todo) expect(source!.todo).toMatch(todo);
    else expect(source!.todo).toBeNull();
  });

  it("a signature that fails here and passes elsewhere was changed on the way", async () => {
    const { domains } = await summed([dmarcXml({ rows: [{ count: 9 }, { ...pass, signed: "example.com s1 fail" }] })]);
    expect(domains[0]!.sources[1]!.says).toMatch(/passes elsewhere; changed on the way/);
  });

  it("alike is summed, with its addresses", async () => {
    const { domains } = await summed([dmarcXml({ rows: [{ ip: "192.0.2.1" }, { ip: "192.0.2.2", count: 4 }] })]);
    expect(domains[0]!.sources).toHaveLength(1);
    expect(domains[0]!.sources[0]!.addresses).toEqual([
      { name: "192.0.2.2", count: 4 },
      { name: "192.0.2.1", count: 1 },
    ]);
  });
});

describe("what is learnt", () => {
  it.each<[string, string[], object]>([
    [
      "selectors that passed, and addresses whose SPF passed and aligned",
      [dmarcXml()],
      { "example.com": { selectors: ["s1"], senders: ["192.0.2.1"] } },
    ],
    [
      "the most used first",
      [dmarcXml({ rows: [{}, { count: 5, signed: "example.com s2 pass", ip: "192.0.2.5" }] })],
      { "example.com": { selectors: ["s2", "s1"], senders: ["192.0.2.5", "192.0.2.1"] } },
    ],
    [
      "nothing from what failed",
      [
        dmarcXml({
          rows: [{ dkim: "fail", spf: "fail", signed: "example.com evil fail", envelope: "example.com fail" }],
        }),
      ],
      {},
    ],
    [
      "nothing about others",
      [dmarcXml({ rows: [{ dkim: "fail", spf: "fail", signed: "esp.example k pass", envelope: "esp.example pass" }] })],
      {},
    ],
    [
      "an address for the domain that SPF passed for",
      [dmarcXml({ rows: [{ envelope: "b.example.com pass" }] })],
      { "b.example.com": { selectors: [], senders: ["192.0.2.1"] }, "example.com": { selectors: ["s1"], senders: [] } },
    ],
    [
      "the selectors of messages",
      [mail([], "d=example.com; s=m1")],
      { "example.com": { selectors: ["m1"], senders: [] } },
    ],
    [
      "nothing that is not spelt like one",
      [
        mail([], "d=example.com; s=a]b"),
        mail([], "d=ex ample..com; s=x"),
        dmarcXml({ rows: [{ signed: "example.com $(x) pass", spf: "fail" }] }),
      ],
      {},
    ],
  ])("%s", async (_, texts, learnt) => {
    expect((await summed(texts)).learnt).toEqual(learnt);
  });
});

it("what is below the policy's domain is of one house with its siblings", async () => {
  const row = { from: "news.example.com", signed: "mail.example.com s1 pass", envelope: "b.example.com pass" };
  const { domains, learnt } = await summed([dmarcXml({ rows: [row] })]);
  expect(domains[0]!.sources[0]).toMatchObject({ sender: "b.example.com", by: "envelope" });
  expect(learnt).toMatchObject({
    "mail.example.com": { selectors: ["s1"] },
    "b.example.com": { senders: ["192.0.2.1"] },
  });
});

describe("TLS reports", () => {
  it("are summed by domain and kind of policy, failures by type and host", async () => {
    const { tls } = await summed([
      tlsJson({ succeeded: 90, failures: ["certificate-expired mx1.example.com 3", "odd-thing mx1.example.com 1"] }),
      tlsJson({ id: "t2", org: "b.example", succeeded: 10, failures: ["certificate-expired mx1.example.com 2"] }),
      tlsJson({ id: "t3", type: "tlsa", succeeded: 1 }),
    ]);
    expect(tls).toMatchObject([
      {
        type: "sts",
        reports: 2,
        succeeded: 100,
        failed: 6,
        reporters: [
          { name: "sender.example", count: 94 },
          { name: "b.example", count: 12 },
        ],
        failures: [
          { type: "certificate-expired", host: "mx1.example.com", sessions: 5, says: "the certificate has expired" },
          { type: "odd-thing", sessions: 1, says: "a failure that RFC 8460 does not name" },
        ],
      },
      { type: "tlsa", succeeded: 1, failed: 0, failures: [] },
    ]);
  });
});
