import { type Check, family, type Verdict } from "../check.js";
import type { Across, Contact, Fact, Maybe } from "../fact.js";
import { palette } from "./palette.js";
import { profileTables } from "./describe-profile.js";
import { isProfile, type Preset, requirementsOf } from "../preset.js";
import { hangsOn } from "../requirement.js";
import type { Out } from "../reporter.js";
import { presetLevel } from "../select.js";
import { padEnd, width, wrap } from "./width.js";

/** What checks are and say, as lists, screens and the manual: all of it from the checks themselves. */

type Place = Pick<Out, "columns" | "colour" | "ascii" | "links">;

/**
 * Checks, one a line; what is on in the default preset is marked. `presets` begin with the default one. Where titles
 * would be cut, columns go that only help to choose.
 */
export function listChecks(checks: readonly Check[], presets: readonly Preset[], out: Place): string {
  const { ellipsis, dim } = palette(out);
  const [standard, ...others] = presets;
  const profiles = others.filter(isProfile);
  const rows = checks.map((check) => [
    `${standard && presetLevel(check, [standard]) ? "*" : " "} ${check.id}`,
    check.on,
    contacts(check).join(" ") || "-",
    clip(presetsOf(check, profiles).join(" "), 30, ellipsis),
    check.title,
  ]);
  const table = [["  id", "on", "reaches", "presets", "title"], ...rows];
  const widths = table[0]!.map((_, at) => Math.max(...table.map((row) => width(row[at]!))) + 2);
  const wanted = Math.min(widths.at(-1)! - 2, 72);
  const leading = (count: number): number => widths.slice(0, count).reduce((sum, one) => sum + one, 0);
  const shown = [profiles.length > 0 ? 4 : 3, 3, 2].find((count) => leading(count) + wanted <= out.columns) ?? 1;
  const room = Math.max(20, out.columns - leading(shown));
  const lines = table.map((row) => {
    const left = row.slice(0, shown).map((cell, at) => padEnd(cell, widths[at]!));
    return (left.join("") + clip(row.at(-1)!, room, ellipsis)).trimEnd();
  });
  return text(
    dim(lines[0]!),
    ...lines.slice(1),
    "",
    `${checks.length} ${checks.length === 1 ? "check" : "checks"}${standard ? `; * in preset ${standard.name}` : ""}`,
  );
}

/** Presets or reporters, one a line. */
export function listNamed(named: readonly { name: string; title: string }[], out: Place): string {
  const column = Math.max(...named.map(({ name }) => name.length)) + 2;
  return text(...named.flatMap(({ name, title }) => columned(name, title, column, out.columns)));
}

/** A check as data. */
export function describeCheck(check: Check, presets: readonly Preset[]): object {
  const { id, on, title, why, fix, refs = [], role, verdicts } = check;
  return {
    id,
    on,
    title,
    why,
    fix,
    refs,
    requirements: askedBy(check, presets),
    ...(role && { role }),
    reaches: contacts(check),
    presets: presetsOf(check, presets),
    options: optionsOf(check),
    verdicts,
  };
}

/** All that there is to say about one check. `now` dates the example of a waiver. */
export function explain(
  check: Check,
  { checks, presets }: { checks: readonly Check[]; presets: readonly Preset[] },
  out: Place,
  now: Date,
): string {
  const { symbols, bold, paint, spell } = palette(out);
  const { id, title, why, fix, refs = [], verdicts } = check;
  const columns = Math.min(out.columns, 120);
  const entry = (head: string, body: string): string[] => columned(head, spell(plain(body)), 7, columns);
  const longest = Math.max(...Object.keys(verdicts).map((name) => name.length));
  const said = Object.entries(verdicts as Record<string, Verdict>).flatMap(([name, { level, text: words }], at) => {
    const [first, ...more] = columned(name, spell(words), longest + 2, columns - 9);
    const head = at === 0 ? "Says   " : "       ";
    return [`${head}${paint(level, symbols[level])} ${first}`, ...more.map((line) => `${" ".repeat(9)}${line}`)];
  });
  const siblings = checks
    .filter((other) => other !== check && family(other.id) === family(id))
    .map((other) => other.id);
  const asked = askedBy(check, presets);
  const [option] = optionsOf(check);
  const settings = ["level: warn", ...(option ? [`${option.name}: ${JSON.stringify(option.default)}`] : [])];
  const until = new Date(now.getTime() + 90 * 86_400_000).toISOString().slice(0, 10);
  return text(
    bold(id),
    spell(title),
    "",
    ...entry("Why", why),
    ...entry("Fix", fix),
    ...said,
    ...entry("Needs", needsOf(check)),
    ...optionsOf(check).flatMap((one) => entry("Option", optionText(one))),
    ...(refs.length > 0 ? entry("Refs", refs.join(", ")) : []),
    ...(asked.length > 0 ? entry("For", asked.join(", ")) : []),
    ...(siblings.length > 0 ? entry("See", siblings.slice(0, 4).join(", ")) : []),
    "",
    `Set    checks: { ${id}: { ${settings.join(", ")} } }`,
    `Waive  waivers: [{ check: ${id}, on: example.com,`,
    `                   reason: "say why", until: ${until} }]`,
  );
}

/** The manual of all checks, in Markdown. */
export function manual(checks: readonly Check[], presets: readonly Preset[]): string {
  const families = [...new Set(checks.map(({ id }) => family(id)))];
  return text(
    "# Checks",
    "",
    "Made from the checks by `npm run docs`. `mailworthy explain ID` shows one of these sections. What providers require,",
    "and which checks decide it, stands under [profiles](#profiles).",
    "",
    ...families.flatMap((name) => [
      `- **${name}** ${checks
        .filter(({ id }) => family(id) === name)
        .map(({ id }) => `[${id.slice(name.length + 1)}](#${anchor(id)})`)
        .join(", ")}`,
    ]),
    ...checks.flatMap((check) => section(check, presets)),
    ...profileTables(presets.filter(isProfile)),
  );
}

/** Where a check stands in the manual. */
const anchor = (id: string): string => id.replaceAll("/", "");

function section(check: Check, presets: readonly Preset[]): string[] {
  const { id, title, why, fix, refs = [], verdicts } = check;
  const asked = askedBy(check, presets);
  return [
    "",
    `## ${id}`,
    "",
    `${title}.`,
    "",
    `${why} ${fix}`,
    "",
    "| level | verdict | says |",
    "| --- | --- | --- |",
    ...Object.entries(verdicts as Record<string, Verdict>).map(
      ([name, { level, text: words }]) => `| ${level} | ${name} | ${words.replaceAll("|", "\\|")} |`,
    ),
    "",
    `- Looks at: ${subjectOf(check)}`,
    `- Needs: ${needsOf(check)}`,
    ...optionsOf(check).map((option) => `- Option: ${optionText(option)}`),
    ...(refs.length > 0 ? [`- References: ${refs.join(", ")}`] : []),
    ...(asked.length > 0 ? [`- Asked for by: ${asked.join(", ")}`] : []),
    `- Presets: ${presetsOf(check, presets).join(", ") || "none"}`,
  ];
}

/** The requirements that hang on a check. */
const askedBy = ({ id }: Check, presets: readonly Preset[]): string[] =>
  requirementsOf(presets)
    .filter((requirement) => hangsOn(requirement, id))
    .map((requirement) => requirement.id);

const presetsOf = (check: Check, presets: readonly Preset[]): string[] =>
  presets.filter((preset) => presetLevel(check, [preset]) !== undefined).map(({ name }) => name);

const factsOf = (check: Check): Fact[] =>
  Object.values(check.needs as Record<string, Fact | Maybe | Across>).map((need) => {
    if ("across" in need) return need.across;
    return "maybe" in need ? need.maybe : need;
  });

/** What must be contacted for a check: DNS goes without saying where there is more. */
function contacts(check: Check): Contact[] {
  const all = new Set(factsOf(check).map(({ reaches = "dns" }) => reaches));
  all.delete("nothing");
  if (all.size > 1) all.delete("dns");
  return [...all];
}

const reachedBy: Record<Contact, string> = {
  nothing: "nothing from outside",
  dns: "DNS only",
  tcp: "a TCP connection",
  smtp: "an SMTP session",
  https: "an HTTPS request",
  file: "a file",
};

function needsOf(check: Check): string {
  const facts = factsOf(check).map(({ id }) => id.replaceAll("-", " "));
  const reached = contacts(check).map((contact) => reachedBy[contact]);
  return `${reached.join(" and ") || reachedBy.nothing}${facts.length > 0 ? `: ${facts.join(", ")}` : ""}`;
}

function subjectOf({ on, role }: Check): string {
  const roles = { sends: "that sends", receives: "that receives", parked: "that is parked" };
  const whose = on === "domain" ? "" : ", of a domain";
  return `each ${on}${role ? `${whose} ${roles[role]}` : ""}`;
}

interface Option {
  name: string;
  type: string;
  default: unknown;
  about?: string;
}

/** An option in JSON Schema. */
interface Property {
  type?: string;
  default?: unknown;
  description?: string;
  enum?: string[];
}

/** The options of a check, as their schema has them. */
function optionsOf({ options }: Check): Option[] {
  if (!options) return [];
  const schema = options.toJSONSchema({ io: "input" }) as { properties?: Record<string, Property> };
  return Object.entries(schema.properties ?? {}).map(([name, { type, default: value, description, enum: values }]) => ({
    name,
    type: values?.join(" or ") ?? (type === "integer" ? "number" : (type ?? "value")),
    default: value,
    ...(description !== undefined && { about: description }),
  }));
}

const optionText = ({ name, type, default: value, about }: Option): string =>
  `${name} (${type}, default ${JSON.stringify(value)})${about ? `: ${about}` : ""}`;

/** Text of the manual without its marks for code. */
const plain = (words: string): string => words.replaceAll("`", "");

/** Two columns, the second wrapped under itself. */
function columned(head: string, body: string, at: number, columns: number): string[] {
  const [first = "", ...more] = wrap(body, Math.max(20, columns - at - 1));
  return [`${padEnd(head, at)}${first}`, ...more.map((line) => `${" ".repeat(at)}${line}`)];
}

/** The beginning of text that does not fit. */
const clip = (words: string, columns: number, mark: string): string =>
  words.length <= columns ? words : words.slice(0, columns - mark.length) + mark;

const text = (...lines: string[]): string => `${lines.join("\n")}\n`;
