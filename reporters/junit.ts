import {
  clean,
  defineReporter,
  family,
  label,
  messageOf,
  type Opening,
  nameOf,
  type Out,
  type Outcome,
  placeOf,
  type Report,
  type Reporter,
  type Result,
} from "mailworthy";

/**
 * JUnit XML as CI servers read it: a suite for each target, with the requirements that were rolled up as its properties,
 * and a case for each result. `failure` is a finding, `error` what
 * could not be learnt, `skipped` what does not apply; a warning passes and is told in `system-out`. The message stands
 * in the attribute and in the text, as readers take one or the other.
 */
export default defineReporter({
  name: "junit",
  title: "JUnit XML for CI servers",
  open: (out) => junitXml(out, false),
});

/** With `strict`, no more than the schema of Ant knows: no place of a case, and warnings at the end of their suite. */
export function junitXml(out: Out, strict: boolean): Reporter {
  let suites = 0;
  let timestamp = "";
  return {
    start({ at }: Opening) {
      timestamp = at.replace(/(\.\d+)?Z$/, "");
      return out.write(`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${strict ? "" : ' name="mailworthy"'}>\n`);
    },
    report: (report: Report) =>
      report.results.length > 0 ? out.write(suite(report, suites++, timestamp, strict)) : undefined,
    end: () => out.write("</testsuites>\n"),
  };
}

function suite({ target, results, requirements = [] }: Report, id: number, timestamp: string, strict: boolean): string {
  const count = (status: Result["status"]): number => results.filter((result) => result.status === status).length;
  const name = target ? nameOf(target) : "mailworthy";
  const seen = new Map<string, number>();
  const head = attributes({
    name,
    id,
    package: "mailworthy",
    tests: results.length,
    failures: count("fail"),
    errors: count("inconclusive"),
    skipped: count("skip"),
    time: "0",
    timestamp,
    hostname: "localhost",
  });
  const cases = results.map((result) => testcase(result, name, seen, strict)).join("");
  const rest = strict ? `    ${element("system-out", {}, warnings(results))}\n    <system-err></system-err>\n` : "";
  return `  <testsuite${head}>\n${properties(requirements, strict)}${cases}${rest}  </testsuite>\n`;
}

const warnings = (results: readonly Result[]): string =>
  results
    .filter(({ status }) => status === "warn")
    .map((result) => `${result.check} [${label(result.subject)}]: ${messageOf(result)}`)
    .join("; ");

function properties(requirements: readonly Outcome[], strict: boolean): string {
  if (requirements.length === 0) return strict ? "    <properties></properties>\n" : "";
  const lines = requirements.map(({ requirement, state, reason }) => {
    const value = reason === undefined ? state : `${state}: ${reason}`;
    return `      <property${attributes({ name: requirement, value })}/>\n`;
  });
  return `    <properties>\n${lines.join("")}    </properties>\n`;
}

function testcase(result: Result, suite: string, seen: Map<string, number>, strict: boolean): string {
  const { check, subject, status } = result;
  const named = `${check} [${label(subject)}]`;
  const times = (seen.get(named) ?? 0) + 1;
  seen.set(named, times);
  const { file, line } = placeOf(result.findings.flatMap(({ evidence = [] }) => evidence));
  const head = attributes({
    name: times > 1 ? `${named} (${times})` : named,
    classname: `mailworthy.${suite}.${family(check)}`,
    time: "0",
    ...(!strict && { file, line }),
  });
  const message = messageOf(result);
  const body = {
    pass: "",
    fail: element("failure", { type: "fail", message }, message),
    inconclusive: element("error", { type: "inconclusive", message }, message),
    skip: strict ? "<skipped></skipped>" : element("skipped", { message }, message),
    warn: strict ? "" : element("system-out", {}, `warning: ${message}`),
  }[status];
  return body ? `    <testcase${head}>\n      ${body}\n    </testcase>\n` : `    <testcase${head}/>\n`;
}

const attributes = (values: Record<string, string | number | undefined>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${clean.xml(String(value))}"`)
    .join("");

const element = (name: string, values: Record<string, string>, text: string): string =>
  `<${name}${attributes(values)}>${clean.xml(text)}</${name}>`;
