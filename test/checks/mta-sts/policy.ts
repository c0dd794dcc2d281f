import type { Row } from "mailworthy/testing";

const url = "https://mta-sts.example.com/.well-known/mta-sts.txt";

/** A domain with a mail host and these texts at `_mta-sts`. */
export const announced = (...texts: string[]): Row => ({
  zone: `
    example.com MX 10 mx1.example.com
    mx1.example.com A 192.0.2.25
    ${announcing(...texts)}`,
});

const announcing = (...texts: string[]): string => `
  mta-sts.example.com A 192.0.2.80
  ${texts.map((text) => `_mta-sts.example.com TXT "${text}"`).join("\n")}`;

/** The same with a right record, and this where the policy should be. */
export const served = (page: string): Row => ({ ...announced("v=STSv1; id=1"), https: { [url]: page } });

/** A policy that is right but for the lines that are given in place of its own; an empty one takes a line out. */
export function policy(lines: { version?: string; mode?: string; mx?: string[]; max_age?: string } = {}): string {
  const { version = "STSv1", mode = "enforce", mx = ["mx1.example.com"], max_age = "1209600" } = lines;
  const all = [["version", version], ["mode", mode], ...mx.map((name) => ["mx", name]), ["max_age", max_age]];
  return all.flatMap(([name, value]) => (value === "" ? [] : [`${name}: ${value}\n`])).join("");
}

export const silent: Row = { zone: "example.com MX 10 mx1.example.com\n_mta-sts.example.com TXT !timeout" };
export const unannounced = announced();

/** The world of a row in which the domain also has a policy of this mode, or one that nobody can learn. */
export const under = (mode: "enforce" | "testing" | "none" | "unknown", row: Row): Row => ({
  ...row,
  zone: `${row.zone}\n${announcing("v=STSv1; id=1")}`,
  https: served(mode === "unknown" ? "!timeout" : policy({ mode })).https!,
});
