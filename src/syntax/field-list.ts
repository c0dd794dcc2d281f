import type { Fault, Tag } from "./tag-list.js";

/** Records that begin with a version and go on with fields between semicolons (RFC 8461 §3.1, RFC 8460 §3). */
export interface FieldList {
  fields: Tag[];
  faults: Fault[];
}

const field = /^([a-z0-9][a-z0-9_.-]{0,31})=(.*)$/is;

/** Null for a text that does not begin with `v=` and just that version. */
export function parseFieldList(text: string, version: string): FieldList | null {
  const [first = "", ...rest] = text.split(";");
  if (first.replace(/[ \t]+$/, "") !== `v=${version}`) return null;
  const fields: Tag[] = [];
  const faults: Fault[] = [];
  let start = first.length + 1;
  for (const [index, piece] of rest.entries()) {
    const written = piece.replace(/^[ \t]+|[ \t]+$/g, "");
    const at = start + piece.indexOf(written);
    start += piece.length + 1;
    const [, name, value = ""] = field.exec(written) ?? [];
    if (written === "" && index === rest.length - 1) break;
    if (name === undefined) faults.push({ at, message: `"${written}" is no field` });
    else if (!/^[ -:<-~\t]+$/.test(value)) faults.push({ at, message: `${name}= has no value that may stand there` });
    else fields.push({ name, value, at });
  }
  return { fields, faults };
}
