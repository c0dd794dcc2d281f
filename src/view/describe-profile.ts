import { palette } from "./palette.js";
import { isProfile, type Preset, type Profile } from "../preset.js";
import type { Out } from "../reporter.js";
import type { Deciders, Requirement, Source } from "../requirement.js";
import { wrap } from "./width.js";

/** What profiles require, as screens and the manual: all of it from their data. */

type Place = Pick<Out, "columns" | "colour" | "ascii" | "links">;

const asked = { all: "all mail", bulk: "bulk mail", marketing: "marketing mail" };

/** A profile as data, each requirement with the source it stands in. */
export const describeProfile = ({ requirements, ...profile }: Profile): object => ({
  ...profile,
  requirements: requirements.map((requirement) => ({ source: profile.source, ...requirement })),
});

/** All that there is to say about a profile: what it requires, what decides it, and which bounces it predicts. */
export function explainProfile(profile: Profile, out: Place): string {
  const { bold, spell } = palette(out);
  const { name, also = [], title, source, role, requirements, steps } = profile;
  const columns = Math.min(out.columns, 120);
  const entry = (head: string, body: string): string[] => hung(head, spell(body), 9, columns);
  return text(
    bold(name) + (also.length > 0 ? spell(`  also ${also.join(", ")}`) : ""),
    ...wrap(spell(title), columns - 1),
    "",
    ...entry("Source", cited(source)),
    ...(source.url === undefined ? [] : [`         ${source.url}`]),
    ...(role ? entry("For", `domains that ${{ sends: "send", receives: "receive", parked: "are parked" }[role]}`) : []),
    ...(steps ? entry("Steps", "take them in this order; mend what is broken before you go on") : []),
    ...requirements.flatMap((requirement, at) => ["", ...shown(requirement, out, steps ? at + 1 : undefined)]),
    "",
    `Judge by it: mailworthy example.com --preset ${name} --selector s1 --sender 192.0.2.1`,
    ...(requirements.some(({ message }) => message) ? [`   a message: mailworthy message.eml --preset ${name}`] : []),
  );
}

/** Requirements, each with the profiles that it is part of. */
export const explainRequirements = (
  requirements: readonly Requirement[],
  presets: readonly Preset[],
  out: Place,
): string =>
  requirements
    .map((requirement) => {
      const profiles = presets
        .filter(isProfile)
        .filter((profile) => profile.requirements.some(({ id }) => id === requirement.id));
      const source = requirement.source ?? profiles[0]?.source;
      const names = profiles.map(({ name }) => name).join(", ");
      return text(...shown({ ...requirement, ...(source && { source }) }, out), ...labelled("profile", names, out));
    })
    .join("\n");

function shown(requirement: Requirement, out: Place, step?: number): string[] {
  const { bold, spell } = palette(out);
  const { id, of, codes = [], source, checks, or, message, unseen, weight } = requirement;
  const columns = Math.min(out.columns, 120);
  const lead = step === undefined ? "" : `${step}. `;
  return [
    `${lead}${bold(id)}${of === "all" ? "" : `  ${asked[of]}`}`,
    ...wrap(spell(requirement.text), columns - 3).map((line) => `  ${line}`),
    ...(checks ? labelled("checks", decidedBy(checks), out) : []),
    ...(or ? labelled("or", decidedBy(or), out) : []),
    ...(message ? labelled("message", decidedBy(message), out) : []),
    ...(unseen === undefined ? [] : labelled("unseen", unseen, out)),
    ...(codes.length > 0 ? labelled("codes", codes.join(", "), out) : []),
    ...(weight ? labelled("score", `${weight.points} points of ${weight.part}`, out) : []),
    ...(source ? labelled("source", cited(source), out) : []),
  ];
}

const labelled = (word: string, body: string, out: Place): string[] => {
  const { dim, spell } = palette(out);
  const [first = "", ...more] = wrap(spell(body), Math.max(20, Math.min(out.columns, 120) - 12));
  return [`  ${dim(word.padEnd(8))} ${first}`, ...more.map((line) => `           ${line}`)];
};

const cited = ({ title, date }: Source): string => `${title}, ${date}`;

/** Checks, with what breaks the requirement besides a failure. */
const decidedBy = (checks: Deciders): string =>
  Object.entries(checks)
    .map(([id, bar]) => {
      const also = typeof bar === "object" ? Object.keys(bar).filter((verdict) => bar[verdict] === "not met") : [];
      if (bar === "warn") also.push("a warning");
      return also.length > 0 ? `${id} (also ${also.join(", ")})` : id;
    })
    .join(", ");

/** The manual of all profiles, in Markdown: a table for each. */
export function profileTables(profiles: readonly Profile[]): string[] {
  if (profiles.length === 0) return [];
  return ["", "# Profiles", "", ...profiles.flatMap(table)];
}

function table({ name, also = [], title, source, requirements, steps }: Profile): string[] {
  const cell = (words: string): string => words.replaceAll("|", "\\|");
  const page = source.url === undefined ? source.title : `[${source.title}](${source.url})`;
  return [
    `## ${name}`,
    "",
    `${title}.${also.length > 0 ? ` Also \`${also.join("`, `")}\`.` : ""} Read: ${page}, ${source.date}.`,
    "",
    `| ${steps ? "step" : "requirement"} | for | what | decided by | bounces |`,
    "| --- | --- | --- | --- | --- |",
    ...requirements.map(({ id, of, text, checks, or, unseen, message, codes = [], source: own }, at) => {
      const by = [
        checks && decidedBy(checks),
        or && `or ${decidedBy(or)}`,
        unseen,
        message && `of a message: ${decidedBy(message)}`,
      ]
        .filter(Boolean)
        .join("; ");
      const read = own ? ` (${cited(own)})` : "";
      return `| ${steps ? `${at + 1}. ` : ""}${id} | ${of} | ${cell(text + read)} | ${cell(by)} | ${codes.join(", ")} |`;
    }),
    "",
  ];
}

function hung(head: string, body: string, at: number, columns: number): string[] {
  const [first = "", ...more] = wrap(body, Math.max(20, columns - at - 1));
  return [`${head.padEnd(at)}${first}`, ...more.map((line) => `${" ".repeat(at)}${line}`)];
}

const text = (...lines: string[]): string => `${lines.join("\n")}\n`;
