import { logicalLines } from "./logical-lines.js";

/** One setting of main.cf, as it stands: nothing in the value is expanded yet. */
export interface Setting {
  name: string;
  value: string;
  /** Where it stands in its file, from 1; 0 where that is not known. */
  line: number;
}

export interface MainCf {
  /** In the order of the file; of a name that is set twice, the last counts. */
  settings: Setting[];
  /** What is no setting, and stops Postfix from starting. */
  faults: { line: number; text: string }[];
}

/** Reads main.cf, or what `postconf -n` prints, which has the same form (postconf(5)). */
export function readMainCf(text: string): MainCf {
  const { lines, stray } = logicalLines(text);
  const faults = stray.map(({ line }) => ({ line, text: "begins with white space and goes on with nothing" }));
  const settings: Setting[] = [];
  for (const { text: whole, line } of lines) {
    const at = whole.indexOf("=");
    const name = at < 0 ? "" : whole.slice(0, at).trim();
    if (name === "") faults.push({ line, text: at < 0 ? 'has no "="' : "has no name" });
    else if (/\s/.test(name)) faults.push({ line, text: "has white space in the name" });
    else settings.push({ name, value: oneSpaced(whole.slice(at + 1)), line });
  }
  return { settings, faults };
}

/** A value with each run of white space as one space and none around it, as postconf(1) prints it. */
export const oneSpaced = (value: string): string => value.replace(/\s+/g, " ").trim();
