import { Ajv } from "ajv";
import { type Report, type ReporterFormat, type Result, statuses } from "mailworthy";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import reporters from "../../reporters/index.js";
import { acting, hostile, obeyed } from "../corpus.js";
import { all, lucerne, many, northwind, recorded, written } from "./canned.js";
import { fed, handmade } from "./hand.js";
import { unescaped } from "./read.js";

/*
 * What each consumer takes, as its own schema or reader has it, in as much as we write. The documents were also held
 * against the schemas themselves, which are not ours to copy.
 */
const named = (name: string): ReporterFormat => reporters.find((one) => one.name === name)!;
const write = (name: string, targets = all): Promise<string> => written(named(name), targets);
/** What a reporter writes of every hostile text there is, and of runs that have everything. */
const every = async (name: string): Promise<string[]> => [
  await write(name),
  await write(name, many),
  await write(name, [lucerne]),
  await fed(named(name), { ...handmade("x", 0), reports: [] }),
  ...(await Promise.all(hostile.map(({ text }) => fed(named(name), handmade(text, 2))))),
];

const text = { type: "string", minLength: 1 };
const whole = { type: "integer", minimum: 1 };
const object = (properties: Record<string, object>, optional: readonly string[] = []): object => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});
const list = (items: object, most?: number): object => ({
  type: "array",
  items,
  ...(most !== undefined && { maxItems: most }),
});

const described = object({ text: { ...text, maxLength: 1_024 } });
const level = { enum: ["none", "note", "warning", "error"] };

/** SARIF 2.1.0, and what GitHub's code scanning wants of it. */
const sarif = object({
  $schema: text,
  version: { const: "2.1.0" },
  runs: list(
    object({
      tool: object({
        driver: object({
          name: text,
          semanticVersion: text,
          rules: list(
            object(
              {
                id: { ...text, maxLength: 255 },
                name: { ...text, maxLength: 255, pattern: "^[A-Z]\\w*$" },
                shortDescription: described,
                fullDescription: described,
                help: object({ text, markdown: text }),
                helpUri: { ...text, pattern: "^https://" },
                defaultConfiguration: object({ level }),
                properties: object({
                  tags: list(text, 10),
                  precision: { enum: ["very-high", "high", "medium", "low"] },
                  "problem.severity": { enum: ["error", "warning", "recommendation"] },
                }),
              },
              ["helpUri"],
            ),
            25_000,
          ),
        }),
      }),
      columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
      automationDetails: object({ id: { ...text, pattern: "/$" } }),
      results: list(
        object(
          {
            ruleId: text,
            ruleIndex: { type: "integer", minimum: 0 },
            level,
            message: object({ text }),
            locations: {
              ...list(
                object({
                  physicalLocation: object({
                    artifactLocation: object({
                      uri: { ...text, pattern: "^(file:///)?[\\w.~%!'()*-][\\w.~%!'()*/:-]*$" },
                    }),
                    region: object({ startLine: whole, startColumn: whole, endLine: whole, endColumn: whole }),
                  }),
                }),
                1_000,
              ),
              minItems: 1,
            },
            partialFingerprints: object({ primaryLocationLineHash: text, "mailworthy/v1": text }),
            suppressions: list(
              object({ kind: { enum: ["inSource", "external"] }, status: { const: "accepted" }, justification: text }),
            ),
          },
          ["ruleIndex", "suppressions"],
        ),
        25_000,
      ),
      invocations: list(
        object({
          executionSuccessful: { type: "boolean" },
          exitCode: { type: "integer" },
          startTimeUtc: text,
          endTimeUtc: text,
          toolExecutionNotifications: list(object({ level, message: object({ text }) })),
        }),
      ),
    }),
    20,
  ),
});

/** The schema of GitLab is of one entry, and says less; its documentation says more. */
const gitlab = list(
  object({
    description: text,
    check_name: text,
    fingerprint: { ...text, pattern: "^[\\da-f]{32}$" },
    severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
    location: object({ path: { ...text, pattern: "^(?!\\./)" }, lines: object({ begin: whole }) }),
  }),
);

const count = { type: "integer", minimum: 0 };
const ctrf = object({
  reportFormat: { const: "CTRF" },
  specVersion: { type: "string", pattern: "^\\d+\\.\\d+\\.\\d+$" },
  timestamp: text,
  generatedBy: { type: "string" },
  results: object({
    tool: object({ name: text, version: { type: "string" } }),
    summary: object(
      Object.fromEntries(
        ["tests", "passed", "failed", "skipped", "pending", "other", "start", "stop"].map((name) => [name, count]),
      ),
    ),
    tests: list(
      object(
        {
          name: text,
          status: { enum: ["passed", "failed", "skipped", "pending", "other"] },
          rawStatus: { type: "string" },
          duration: count,
          suite: { ...list(text), minItems: 1 },
          tags: list({ type: "string" }),
          message: { type: "string" },
          filePath: { type: "string" },
          line: whole,
        },
        ["message", "filePath", "line"],
      ),
    ),
  }),
});

/** DiagnosticResult of reviewdog's Protocol Buffers definition. */
const rdjson = object({
  source: object({ name: text }),
  diagnostics: list(
    object({
      message: text,
      location: object({ path: text, range: object({ start: object({ line: whole, column: whole }, ["column"]) }) }, [
        "range",
      ]),
      severity: { enum: ["ERROR", "WARNING", "INFO"] },
      code: object({ value: text, url: text }, ["url"]),
    }),
  ),
});

/** The endpoint badge of shields.io refuses what it does not know. */
const shields = object(
  {
    schemaVersion: { const: 1 },
    label: { type: "string" },
    message: text,
    color: { enum: ["red", "yellow", "brightgreen", "lightgrey"] },
    isError: { type: "boolean" },
    cacheSeconds: count,
  },
  ["isError"],
);

const plain = (most: number): object =>
  object({ type: { const: "plain_text" }, text: { ...text, maxLength: most }, emoji: { const: false } });
const slack = object({
  text: { ...text, maxLength: 3_000, pattern: "^[^<>]*$" },
  blocks: list(
    {
      oneOf: [
        object({ type: { const: "header" }, text: plain(150) }),
        object({ type: { const: "section" }, text: plain(3_000) }),
        object({ type: { const: "context" }, elements: list(plain(3_000), 10) }),
      ],
    },
    50,
  ),
});

const teams = object({
  type: { const: "message" },
  attachments: list(
    object({
      contentType: { const: "application/vnd.microsoft.card.adaptive" },
      contentUrl: { type: "null" },
      content: object({
        $schema: text,
        type: { const: "AdaptiveCard" },
        version: { const: "1.4" },
        body: list(
          object({
            type: { const: "RichTextBlock" },
            inlines: list(
              object(
                {
                  type: { const: "TextRun" },
                  text: { ...text, pattern: "^(?![^]*\\{\\{)" },
                  size: text,
                  weight: text,
                  isSubtle: { type: "boolean" },
                },
                ["size", "weight", "isSubtle"],
              ),
            ),
          }),
        ),
      }),
    }),
  ),
});

const documents: Record<string, object> = { sarif, gitlab, ctrf, rdjson, shields, slack, teams };

describe.each(Object.keys(documents))("%s", (name) => {
  it("is what its reader takes, whatever is in it", async () => {
    const valid = new Ajv({ strict: false }).compile(documents[name]!);
    for (const document of await every(name)) {
      expect(document).toMatch(/\n$/);
      const read = JSON.parse(document) as unknown;
      expect(valid(read) || valid.errors).toBe(true);
      for (const text of textsIn(read)) {
        expect(text.replaceAll("\n", "")).not.toMatch(acting);
        expect(obeyed(text)).toEqual([]);
      }
    }
  });
});

const textsIn = (value: unknown): string[] =>
  typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(textsIn);

const parsed = async <T>(name: string, targets = all): Promise<T> => JSON.parse(await write(name, targets)) as T;
interface Issue {
  fingerprint: string;
  severity: string;
  location: { path: string };
}

describe("code scanning", () => {
  interface Log {
    runs: {
      results: { level: string; suppressions?: { justification: string }[] }[];
      invocations: { toolExecutionNotifications: { message: { text: string } }[] }[];
    }[];
  }
  it("has a result for what fails and what warns, and none for what could not be learnt", async () => {
    const { counts } = (await recorded()).summary;
    const run = (await parsed<Log>("sarif")).runs[0]!;
    const levels = run.results.map(({ level }) => level);
    expect(levels.filter((level) => level === "error")).toHaveLength(counts.fail);
    expect(levels.filter((level) => level === "warning")).toHaveLength(counts.warn);
    expect(levels).toHaveLength(counts.fail + counts.warn);
    expect(run.invocations[0]!.toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      "port 25 is blocked from here: 6 checks not made",
      "mx3.northwind.example: answers 421; asked again after 30 s: 3 checks of smtp, tls and cert not made",
    ]);
  });

  it("a waived finding is there, and suppressed; elsewhere it is left out", async () => {
    const waivers = [{ check: "spf/*", reason: "the old CRM leaves", until: "2027-03-31" }];
    const log = JSON.parse(await written(named("sarif"), [northwind], {}, {}, { waivers })) as Log;
    const suppressed = log.runs[0]!.results.filter(({ suppressions }) => suppressions);
    expect(suppressed).toMatchObject([
      { level: "error", suppressions: [{ justification: "waived until 2027-03-31: the old CRM leaves" }] },
    ]);
    for (const name of ["gitlab", "checkstyle", "rdjson"])
      expect(await written(named(name), [northwind], {}, {}, { waivers })).not.toContain("11 lookups");
  });

  it("keeps to the results that GitHub takes, and room for what fails", async () => {
    const { opening, summary } = handmade("x");
    const reports = Array.from({ length: 300 }, (_, at): Report => report(`d${at}.example`, 100, "warn"));
    const text = await fed(named("sarif"), {
      opening,
      reports: [...reports, report("last.example", 10, "fail")],
      summary,
    });
    const run = (JSON.parse(text) as Log).runs[0]!;
    expect(run.results.filter(({ level }) => level === "warning")).toHaveLength(20_000);
    expect(run.results.filter(({ level }) => level === "error")).toHaveLength(10);
    expect(run.invocations[0]!.toolExecutionNotifications.at(-1)!.message.text).toBe("10,000 more results left out");
  });
});

/** A report with so many findings of one check. */
function report(domain: string, count: number, status: "warn" | "fail", numbers = 0): Report {
  const results = Array.from({ length: count }, (_, at): Result => {
    const subject = { kind: "host", name: `mx${at}.${domain}`, domain } as const;
    const finding = { verdict: "missing", level: status, text: `${at + numbers} of them`, data: { at: at + numbers } };
    return { check: "tls/offered", subject, status, findings: [finding] };
  });
  return { target: { domain }, results, causes: [] };
}

describe("places", () => {
  interface Diagnostics {
    diagnostics: { location: object }[];
  }
  const places = async (config?: string, targets = [northwind]): Promise<object[]> =>
    (
      JSON.parse(
        await written(named("rdjson"), targets, {}, {}, { ...(config !== undefined && { config }) }),
      ) as Diagnostics
    ).diagnostics.map(({ location }) => location);

  it("are those of a proposed record, else the configuration, else the name of the domain", async () => {
    const record = { path: "zones/northwind.example.zone", range: { start: { line: 12 } } };
    const own = { path: "northwind.example" };
    const configured = { path: "mailworthy.config.yaml" };
    expect(await places()).toEqual([own, record, own, own, own]);
    expect(await places("./mailworthy.config.yaml")).toEqual([configured, record, configured, configured, configured]);
  });
});

describe("fingerprints", () => {
  const issues = async (reports: Report[]): Promise<string[]> =>
    (JSON.parse(await fed(named("gitlab"), { ...handmade("x"), reports })) as Issue[]).map(
      ({ fingerprint }) => fingerprint,
    );

  it("are each of one problem", async () => {
    const all = await issues([report("a.example", 20, "fail"), report("b.example", 20, "fail")]);
    expect(new Set(all).size).toBe(40);
    const twice = report("a.example", 1, "fail");
    const [result] = twice.results;
    const same = await issues([
      { ...twice, results: [{ ...result!, findings: [result!.findings[0]!, result!.findings[0]!] }] },
    ]);
    expect(new Set(same).size).toBe(2);
  });

  it("stay while a count changes, and while others come and go", async () => {
    expect(await issues([report("a.example", 2, "fail", 7)])).toEqual(await issues([report("a.example", 2, "fail")]));
    const three = await issues([report("a.example", 3, "fail")]);
    expect(three.slice(0, 2)).toEqual(await issues([report("a.example", 2, "fail")]));
  });
});

it("checkstyle is valid, and has an error for each problem", async () => {
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
    <xs:element name="checkstyle"><xs:complexType><xs:sequence>
      <xs:element name="file" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
        <xs:element name="error" maxOccurs="unbounded"><xs:complexType>
          <xs:attribute name="line" type="xs:positiveInteger"/><xs:attribute name="column" type="xs:positiveInteger"/>
          <xs:attribute name="severity" use="required"><xs:simpleType><xs:restriction base="xs:string">
            <xs:enumeration value="error"/><xs:enumeration value="warning"/><xs:enumeration value="info"/>
          </xs:restriction></xs:simpleType></xs:attribute>
          <xs:attribute name="message" type="xs:string" use="required"/>
          <xs:attribute name="source" type="xs:string" use="required"/>
        </xs:complexType></xs:element>
      </xs:sequence><xs:attribute name="name" type="xs:string" use="required"/></xs:complexType></xs:element>
    </xs:sequence><xs:attribute name="version" type="xs:string"/></xs:complexType></xs:element>
  </xs:schema>`;
  await expectValid(await every("checkstyle"), schema);
  const { counts } = (await recorded()).summary;
  const severities = Array.from((await write("checkstyle")).matchAll(/ severity="(\w+)"/g), ([, one]) => one);
  expect(severities.filter((one) => one === "error")).toHaveLength(counts.fail);
  expect(severities.filter((one) => one === "warning")).toHaveLength(counts.warn);
});

it("junit-strict is valid by the schema of Ant, and tells warnings at the end of a suite", async () => {
  const texts = ["properties", "testcase", "system-out", "system-err"];
  const told = `<xs:complexType name="told"><xs:simpleContent><xs:extension base="xs:string">
    <xs:attribute name="message" type="xs:string"/><xs:attribute name="type" type="xs:string" use="required"/>
    </xs:extension></xs:simpleContent></xs:complexType>`;
  const suite = ["name", "id", "package", "tests", "failures", "errors", "skipped", "time", "timestamp", "hostname"];
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${told}
    <xs:element name="testsuites"><xs:complexType><xs:sequence>
      <xs:element name="testsuite" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
        <xs:element name="${texts[0]}"><xs:complexType><xs:sequence>
          <xs:element name="property" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
            <xs:attribute name="name" use="required"><xs:simpleType><xs:restriction base="xs:token"><xs:minLength value="1"/></xs:restriction></xs:simpleType></xs:attribute>
            <xs:attribute name="value" type="xs:string" use="required"/>
          </xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
        <xs:element name="${texts[1]}" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:choice minOccurs="0">
          <xs:element name="skipped"/><xs:element name="error" type="told"/><xs:element name="failure" type="told"/>
        </xs:choice>
          <xs:attribute name="name" type="xs:token" use="required"/><xs:attribute name="classname" type="xs:token" use="required"/>
          <xs:attribute name="time" type="xs:decimal" use="required"/>
        </xs:complexType></xs:element>
        <xs:element name="${texts[2]}" type="xs:string"/><xs:element name="${texts[3]}" type="xs:string"/>
      </xs:sequence>${suite.map((name) => `<xs:attribute name="${name}" type="xs:string" use="required"/>`).join("")}</xs:complexType></xs:element>
    </xs:sequence></xs:complexType></xs:element></xs:schema>`;
  await expectValid(await every("junit-strict"), schema);
  const text = unescaped(await write("junit-strict"));
  expect(text).toContain("dmarc/policy [northwind.example]: p=none: reports only");
  expect(text).toMatch(/timestamp="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"/);
});

async function expectValid(documents: readonly string[], schema: string): Promise<void> {
  const { valid, errors } = await validateXML({
    xml: documents.map((contents, at) => ({ fileName: `${at}.xml`, contents })),
    schema: { fileName: "schema.xsd", contents: schema },
  });
  expect(errors).toEqual([]);
  expect(valid).toBe(true);
}

describe("teamcity", () => {
  interface Message {
    name: string;
    values: Record<string, string>;
  }
  /** A line as TeamCity's own parser takes it apart; what is no message gives nothing. */
  function read(line: string): Message | undefined {
    const [, name, rest] =
      /^##teamcity\[(\w+)((?: \w+='(?:[^|'[\]\n]|\|[|'[\]nr]|\|0x[\da-f]{4})*')*)\]$/.exec(line) ?? [];
    if (name === undefined) return undefined;
    const values = Array.from(rest!.matchAll(/ (\w+)='((?:[^|']|\|.)*)'/g), ([, key, value]) => [
      key!,
      value!.replace(/\|(?:0x([\da-f]{4})|(.))/g, (_, code?: string, char?: string) =>
        code === undefined ? char! : String.fromCharCode(Number.parseInt(code, 16)),
      ),
    ]);
    return { name, values: Object.fromEntries(values) as Record<string, string> };
  }

  it("has a suite for each target and a test for each result, each begun and ended", async () => {
    for (const log of await every("teamcity")) {
      const lines = log.trimEnd().split("\n");
      expect(log).toMatch(/^[\n -~]*$/);
      const messages = lines.map(read);
      expect(messages).not.toContain(undefined);
      const open: string[] = [];
      for (const { name, values } of messages as Message[]) {
        if (name.endsWith("Started")) open.push(values["name"]!);
        else if (name.endsWith("Finished")) expect(open.pop()).toBe(values["name"]);
        else if (name !== "message") expect(open.at(-1)).toBe(values["name"]);
      }
      expect(open).toEqual([]);
    }
    const { counts } = (await recorded()).summary;
    const names = (await write("teamcity")).split("\n").map((line) => read(line)?.name);
    const of = (name: string): number => names.filter((one) => one === name).length;
    expect(of("testStarted")).toBe(statuses.reduce((sum, status) => sum + counts[status], 0));
    expect([of("testFailed"), of("testIgnored"), of("testStdOut")]).toEqual([
      counts.fail,
      counts.skip + counts.inconclusive,
      counts.warn,
    ]);
  });
});

describe("azure", () => {
  it("has the same commands whatever is in them, each with its properties", async () => {
    for (const log of await every("azure")) {
      const lines = log.trimEnd().split("\n");
      expect(lines.pop()).toMatch(/^mailworthy: /);
      expect(lines.length).toBeLessThanOrEqual(100);
      for (const line of lines) {
        expect(line).toMatch(/^##vso\[task\.logissue (?:[a-z]+=[^;\]]*;)+\][^]*$/);
        expect(line.slice(2)).not.toMatch(/##(?:vso)?\[/i);
        expect(line).not.toMatch(/%(?!AZP25|0D%0A|0A|3B|5D)/);
      }
    }
  });
});

describe("nagios", () => {
  it("is a line of status and figures, and lines that hold none", async () => {
    for (const text of await every("nagios")) {
      const [first, ...rest] = text.trimEnd().split("\n");
      expect(first).toMatch(/^MAILWORTHY (?:OK|WARNING|CRITICAL|UNKNOWN) - [^|$]+ \|(?: [a-z]+=\d+;\d*;\d*;0){5}$/);
      expect(rest.join("\n")).not.toMatch(/[|$]/);
      expect(rest.length).toBeLessThanOrEqual(10);
    }
  });

  it.each([
    [0, {}, 0],
    [0, { warn: 2 }, 1],
    [1, { fail: 1 }, 2],
    [3, { inconclusive: 1, warn: 1 }, 3],
    [2, {}, 3],
    [130, { fail: 1 }, 2],
    [130, { warn: 1 }, 3],
  ] as const)("exit %d with %o is %d", (exit, some, code) => {
    const { summary } = handmade("x");
    const counts = { pass: 1, skip: 0, warn: 0, inconclusive: 0, fail: 0, ...some };
    expect(named("nagios").exit!({ ...summary, exit, counts })).toBe(code);
  });
});

describe("prometheus", () => {
  it("is the text format, each family together, no series twice, no time of a sample", async () => {
    const label = String.raw`[a-z_]+="(?:[^"\\\n]|\\[\\"n])*"`;
    const sample = new RegExp(`^([a-z_]+)(\\{${label}(?:,${label})*\\})? -?\\d+(?:\\.\\d+)?$`);
    for (const text of await every("prometheus")) {
      expect(text.endsWith("\n")).toBe(true);
      const series = new Set<string>();
      const families: string[] = [];
      for (const line of text.trimEnd().split("\n")) {
        const [, kind, family] = /^# (HELP|TYPE) ([a-z_]+) /.exec(line) ?? [];
        if (kind === "HELP") {
          expect(families).not.toContain(family);
          families.push(family!);
        } else if (kind === "TYPE") expect(line).toBe(`# TYPE ${families.at(-1)!} gauge`);
        else {
          const [, name, labels = ""] = sample.exec(line) ?? [];
          expect(name).toBe(families.at(-1));
          expect(series).not.toContain(name! + labels);
          series.add(name! + labels);
        }
      }
      expect(families).toContain("mailworthy_last_run_timestamp_seconds");
    }
  });
});

describe("messages to people", () => {
  it.each([
    ["slack", 10_000],
    ["teams", 28 * 1_024],
  ])("%s keeps within what is taken", async (name, most) => {
    for (const text of [...(await every(name)), await fed(named(name), handmade("日".repeat(100_000), 20))])
      expect(Buffer.byteLength(text)).toBeLessThan(name === "slack" ? most * 3 : most);
  });

  it("say of one target what is wrong with it, and of several which are", async () => {
    expect(await write("slack", [northwind])).toContain("✗ spf/lookup-limit: 11 lookups");
    expect(await write("teams", many)).toMatch(/… and \d+ more/);
    expect(JSON.parse(await write("shields", [northwind]))).toMatchObject({ message: "2 fail, 3 unknown, 2 warn" });
    expect(JSON.parse(await write("shields", [lucerne]))).toMatchObject({ message: "healthy", color: "brightgreen" });
  });
});
