import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bounds } from "../../src/bounds.js";
import {
  type DmarcReport,
  type DmarcReportLimits,
  type DmarcReportRecord,
  readDmarcReport,
} from "../../src/syntax/dmarc-report.js";
import { xmlText } from "../../src/syntax/xml-text.js";

const read = (text: string, limits: Partial<DmarcReportLimits> = {}) =>
  readDmarcReport(text, { ...bounds.reports.xml, ...limits });

function reportOf(text: string): DmarcReport {
  const result = read(text);
  if (!result.ok) throw new Error(`${result.fault.line}: ${result.fault.text}`);
  return result.report;
}

const metadata = `<report_metadata>
    <org_name>Receiver &amp; Sons</org_name><email>dmarc@receiver.example</email>
    <report_id>r-1</report_id><date_range><begin>1793491200</begin><end>1793577599</end></date_range>
  </report_metadata>`;
const policy =
  "<policy_published><domain>Example.COM.</domain><p>reject</p><sp>none</sp><adkim>r</adkim></policy_published>";
const row = `<row><source_ip>192.0.2.1</source_ip><count>12</count>
  <policy_evaluated><disposition>none</disposition><dkim>pass</dkim><spf>fail</spf></policy_evaluated></row>`;
const identifiers = "<identifiers><header_from>example.com</header_from></identifiers>";
const results = `<auth_results>
  <dkim><domain>example.com</domain><selector>S1</selector><result>pass</result></dkim>
  <spf><domain>bounce.example.net</domain><result>pass</result></spf></auth_results>`;
const record = `<record>${row}${identifiers}${results}</record>`;
const feedback = (...inside: string[]) => `<?xml version="1.0"?>\n<feedback>\n${inside.join("\n")}\n</feedback>`;
const recordIn = (inside: string): DmarcReportRecord =>
  reportOf(feedback(metadata, policy, `<record>${inside}</record>`)).records[0]!;

describe("the form of RFC 7489", () => {
  it("is read whole", () => {
    expect(reportOf(feedback(metadata, policy, record))).toMatchObject({
      form: "RFC 7489",
      org: "Receiver & Sons",
      email: "dmarc@receiver.example",
      id: "r-1",
      begin: 1793491200,
      end: 1793577599,
      policy: { domain: "example.com", p: "reject", sp: "none", np: "", adkim: "r" },
      faults: [],
      records: [
        {
          line: 8,
          source: "192.0.2.1",
          count: 12,
          disposition: "none",
          dkim: "pass",
          spf: "fail",
          headerFrom: "example.com",
          envelopeFrom: null,
          signatures: [{ domain: "example.com", selector: "s1", result: "pass", human: "" }],
          envelopes: [{ domain: "bounce.example.net", scope: "", result: "pass", human: "" }],
          reasons: [],
          faults: [],
        },
      ],
    });
  });

  it.each([
    [
      "a namespace",
      `<feedback xmlns="http://dmarc.org/dmarc-xml/0.1"><version>1.0</version>${metadata}${policy}${record}</feedback>`,
    ],
    ["a prefix", `<d:feedback xmlns:d="http://dmarc.org/dmarc-xml/0.1">${metadata}${policy}${record}</d:feedback>`],
    ["another order", feedback(record, policy, metadata)],
    ["capitals", feedback(metadata, policy, record).replaceAll("record>", "Record>").replaceAll("row>", "ROW>")],
    ["a byte order mark and blank lines", `\ufeff\n\n${feedback(metadata, policy, record)}`],
    ["CDATA", feedback(metadata, policy, record).replace("192.0.2.1", "<![CDATA[ 192.0.2.1 ]]>")],
    ["blanks around values", feedback(metadata, policy, record).replace(/>([^<>\n]+)</g, ">\n   $1\t<")],
    ["comments", feedback("<!-- one -->", metadata, policy, record)],
  ])("may have %s", (_, text) => {
    const { policy, records, org } = reportOf(text);
    expect([policy.domain, org, records[0]!.source, records[0]!.count]).toEqual([
      "example.com",
      "Receiver & Sons",
      "192.0.2.1",
      12,
    ]);
  });

  it("has its bare ampersands mended", () => {
    const text = feedback(
      metadata.replace("<email>", "<extra_contact_info>https://r.example/?a=1&b=2</extra_contact_info><email>"),
      record,
    );
    expect(reportOf(text).records).toHaveLength(1);
    expect(reportOf(feedback(metadata.replace("&amp;", "&nbsp;"), record)).faults[0]).toEqual({
      line: 4,
      text: "undefined entity",
    });
  });
});

describe("the form of RFC 9990", () => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<feedback xmlns="urn:ietf:params:xml:ns:dmarc-2.0" xmlns:x="https://receiver.example/x">
  <version>1.0</version>
  <report_metadata><org_name>Receiver</org_name><email>a@b.example</email><report_id>2</report_id>
    <date_range><begin>1793491200</begin><end>1793577599</end></date_range>
    <error lang="en">one policy could not be fetched</error><generator>Sums 2.1</generator></report_metadata>
  <policy_published><domain>example.com</domain><discovery_method>treewalk</discovery_method>
    <p>quarantine</p><sp>none</sp><np>reject</np><fo>1</fo><testing>y</testing></policy_published>
  <extension><x:more><x:domain>never.example</x:domain></x:more></extension>
  <record><row><source_ip>2001:DB8:0::1</source_ip><count>3</count>
      <policy_evaluated><disposition>pass</disposition><dkim>pass</dkim><spf>pass</spf>
        <reason><type>policy_test_mode</type><comment>t=y</comment></reason>
        <reason><type>mailing_list</type></reason></policy_evaluated></row>
    <identifiers><header_from>news.example.com</header_from><envelope_from>bounce.example.com</envelope_from>
      <envelope_to>receiver.example</envelope_to><x:header_from>never.example</x:header_from></identifiers>
    <auth_results>
      <dkim><domain>example.com</domain><selector>a</selector><result>pass</result></dkim>
      <dkim><domain>esp.example</domain><selector>b</selector><result>fail</result><human_result>body hash</human_result></dkim>
      <spf><domain>bounce.example.com</domain><scope>mfrom</scope><result>pass</result></spf></auth_results>
    <x:record><x:row/></x:record></record>
  <x:record/>
</feedback>`;

  it("is read whole, what belongs to extensions is left out", () => {
    const report = reportOf(text);
    expect(report).toMatchObject({
      form: "RFC 9990",
      generator: "Sums 2.1",
      errors: ["one policy could not be fetched"],
      policy: { p: "quarantine", np: "reject", testing: "y", discovery: "treewalk" },
      faults: [],
    });
    expect(report.records).toHaveLength(1);
    expect(report.records[0]).toMatchObject({
      source: "2001:db8::1",
      disposition: "pass",
      reasons: [
        { type: "policy_test_mode", comment: "t=y" },
        { type: "mailing_list", comment: "" },
      ],
      headerFrom: "news.example.com",
      envelopeFrom: "bounce.example.com",
      envelopeTo: "receiver.example",
      signatures: [
        { domain: "example.com", selector: "a", result: "pass" },
        { domain: "esp.example", selector: "b", result: "fail", human: "body hash" },
      ],
      envelopes: [{ scope: "mfrom" }],
      faults: [],
    });
  });
});

describe("what is wrong with a record is kept with it", () => {
  it.each<[string, Partial<DmarcReportRecord>, string[]]>([
    [row.replace("192.0.2.1", "192.0.2") + identifiers, { source: null }, ['source_ip "192.0.2" is no address']],
    [row.replace("<source_ip>192.0.2.1</source_ip>", "") + identifiers, { source: null }, ["no source_ip"]],
    [row.replace("12", "-1") + identifiers, { count: 0 }, ['count "-1" is no number']],
    [row.replace("12", "9".repeat(20)) + identifiers, { count: 0 }, [`count "${"9".repeat(20)}" is no number`]],
    [row.replace(">none<", ">NONE<") + identifiers, { disposition: "none" }, []],
    [row.replace(">none<", ">kept<") + identifiers, { disposition: null }, ['disposition "kept" is not known']],
    [row.replace("<spf>fail</spf>", "") + identifiers, { spf: null, dkim: "pass" }, ["no spf"]],
    [row, { headerFrom: "" }, ["no header_from"]],
    [row + identifiers + results.replace(">pass<", ">hardfail<"), {}, []],
    [row + identifiers + results.replace("<result>pass</result></dkim>", "</dkim>"), {}, ["no result of dkim"]],
    [
      "",
      { source: null, count: 0 },
      ["no source_ip", "no count", "no header_from", "no disposition", "no dkim", "no spf"],
    ],
    [row + identifiers.replace("example.com", "Ada@Example.COM"), { headerFrom: "example.com" }, []],
    [row + identifiers.replace("<header", "<envelope_from>&lt;&gt;</envelope_from><header"), { envelopeFrom: "" }, []],
  ])("%j", (inside, holds, faults) => {
    const record = recordIn(inside);
    expect(record).toMatchObject(holds);
    expect(record.faults).toEqual(faults);
  });

  it("and what is wrong with the rest is kept with the report", () => {
    expect(reportOf(feedback(record)).faults.map(({ text }) => text)).toEqual([
      "no report_metadata",
      "no policy_published",
    ]);
    expect(reportOf(feedback(metadata, policy)).faults).toEqual([{ line: 1, text: "no record" }]);
    expect(reportOf(feedback(metadata.replace("1793491200", "soon"), policy, record)).faults[0]!.text).toBe(
      "its date range cannot be read",
    );
  });

  it.each([
    ["1793491200000", 1793491200],
    ["1793491200.5", 1793491200],
    ["2026-11-01", 1793491200],
    ["2026-11-01 00:00:00", 1793491200],
    ["2026-11-01T01:00:00+01:00", 1793491200],
    ["", null],
  ])("the time %j", (written, seconds) => {
    expect(reportOf(feedback(metadata.replace("1793491200", written), policy, record)).begin).toBe(seconds);
  });
});

describe("what is no report, and what is too much, is refused with its place", () => {
  const lol = `<!DOCTYPE feedback [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<feedback>&b;</feedback>`;
  it.each<[string, string, Partial<DmarcReportLimits>, number, RegExp]>([
    ["a billion laughs", lol, {}, 1, /DOCTYPE/],
    ["an entity from outside", `<!DOCTYPE f SYSTEM "file:///etc/passwd"><feedback/>`, {}, 1, /DOCTYPE/],
    ["a cut file", feedback(metadata, policy, record).slice(0, -60), {}, 11, /unclosed tag/],
    ["blank lines before it", "\n\n\n<feedback>\n<record></feedback>", {}, 5, /unexpected close tag/],
    ["crossed tags", "<feedback>\n<record></feedback>", {}, 2, /unexpected close tag/],
    ["another root", "<html><body/></html>", {}, 1, /<html>, not <feedback>/],
    ["nothing", "", {}, 1, /no root|root element/],
    ["nothing in it", "<feedback/>", {}, 1, /nothing in it/],
    ["depth", `<feedback>${"<a>".repeat(100)}${"</a>".repeat(100)}</feedback>`, {}, 1, /more than 32 deep/],
    ["elements", `<feedback>${"<a/>".repeat(100)}</feedback>`, { elements: 50 }, 1, /more than 50 elements/],
    [
      "elements of a section",
      `<feedback><record>${"<a/>".repeat(3000)}</record></feedback>`,
      {},
      1,
      /more than 2000 elements in one <record>/,
    ],
    [
      "attributes",
      `<feedback ${Array.from({ length: 50_000 }, (_, at) => `a${at}=""`).join(" ")}/>`,
      {},
      1,
      /more than 20 attributes/,
    ],
    ["ampersands", `<feedback><record>${"&".repeat(20_000)}</record></feedback>`, {}, 1, /more than 10000 ampersands/],
    ["records", feedback(metadata, policy, record, record, record), { records: 2 }, 16, /more than 2 records/],
  ])("%s", (_, text, limits, line, why) => {
    const result = read(text, limits);
    if (result.ok) throw new Error("read");
    expect(result.fault.text).toMatch(why);
    expect(result.fault.line).toBe(line);
  });

  it("tells another document from a broken report", () => {
    expect(read("<html></html>")).toMatchObject({ ok: false, foreign: true });
    expect(read("<html><p></html>")).toMatchObject({ ok: false, foreign: true });
    expect(read("<feedback><p></feedback>")).toMatchObject({ ok: false, foreign: false });
  });
});

describe("octets", () => {
  const text = `<?xml version="1.0" encoding="UTF-16"?>${feedback(metadata, policy, record).slice(22)}`;
  const wide = Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);
  const swapped = Uint8Array.from(Buffer.from(Buffer.from(text, "utf16le")).swap16());
  it.each([
    ["UTF-16, little end first", wide],
    ["UTF-16, big end first, unmarked", swapped],
    ["UTF-8 that says it is UTF-16", Buffer.from(text)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`)],
    ["a charset nobody has", Buffer.from(text.replace("UTF-16", "x-none"))],
  ])("%s", (_, octets) => {
    expect(reportOf(xmlText(octets)).records).toHaveLength(1);
  });

  it("in a declared charset", () => {
    const latin = Buffer.from(
      feedback(metadata.replace("Sons", "Söhne"), record).replace("?>", ' encoding="ISO-8859-1"?>'),
      "latin1",
    );
    expect(reportOf(xmlText(latin)).org).toBe("Receiver & Söhne");
  });
});

it("never throws, whatever it reads", () => {
  const piece = fc.constantFrom(
    "<",
    ">",
    "</",
    "/>",
    "<feedback>",
    "</feedback>",
    "<record>",
    "</record>",
    row,
    "&",
    "&#0;",
    "<!",
    "]]>",
    "<![CDATA[",
    "<?",
    " a='",
    "\ufeff",
    "\0",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
      for (const text of [pieces.join(""), feedback(pieces.join(""))]) expect(typeof read(text).ok).toBe("boolean");
    }),
    { numRuns: 500 },
  );
});
