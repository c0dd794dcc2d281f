/**
 * Lists of `name=value` pairs parted by semicolons: those of DKIM (RFC 6376 §3.2), and the DMARC kind of them
 * (RFC 9989 §4.8). Reading is total: what does not fit is told as a fault, with its place, and left out.
 */
export interface Tag {
  name: string;
  /** Without the blanks around it. */
  value: string;
  /** Offset of the name in the text. */
  at: number;
}

/** Something wrong with a text, and where. */
export interface Fault {
  at: number;
  message: string;
}

export interface TagList {
  /** In order, those that stand twice included. */
  tags: Tag[];
  faults: Fault[];
  /** Names that stand more than once, which voids the whole list (RFC 6376 §3.2). */
  duplicates: string[];
}

/** What names and values may look like. */
export interface TagForm {
  name: RegExp;
  value: RegExp;
}

/** RFC 6376 §3.2; folding white space is allowed inside a value. */
export const dkimForm: TagForm = { name: /^[a-z][a-z0-9_]*$/i, value: /^[!-:<-~ \t\r\n]*$/ };

/** RFC 9989 §4.8; a value must not be empty. */
export const dmarcForm: TagForm = { name: /^[a-z]+$/i, value: /^[ -:<-~\t]+$/ };

export function parseTagList(text: string, form: TagForm): TagList {
  const tags: Tag[] = [];
  const faults: Fault[] = [];
  const pieces = text.split(";");
  let start = 0;
  for (const [index, piece] of pieces.entries()) {
    const at = start + piece.length - piece.trimStart().length;
    start += piece.length + 1;
    if (piece.trim() === "") {
      if (index < pieces.length - 1) faults.push({ at, message: "nothing stands before a semicolon" });
      continue;
    }
    const equals = piece.indexOf("=");
    const name = piece.slice(0, Math.max(equals, 0)).trim();
    const value = piece.slice(equals + 1).trim();
    if (equals < 0) faults.push({ at, message: `"${piece.trim()}" has no equals sign` });
    else if (!form.name.test(name)) faults.push({ at, message: `"${name}" is no name of a tag` });
    else if (value === "" && !form.value.test("")) faults.push({ at, message: `${name}= has no value` });
    else {
      if (value !== "" && !form.value.test(value))
        faults.push({ at, message: `${name}= holds a character that may not stand there` });
      tags.push({ name, value, at });
    }
  }
  const seen = new Set<string>();
  const twice = new Map<string, number>();
  for (const { name, at } of tags) {
    if (seen.has(name)) twice.set(name, at);
    seen.add(name);
  }
  for (const [name, at] of twice) faults.push({ at, message: `${name}= stands more than once` });
  return { tags, faults, duplicates: [...twice.keys()] };
}

/** A tag list in the usual spelling. */
export function writeTagList(tags: readonly Pick<Tag, "name" | "value">[]): string {
  return tags.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** A tag list with tags set, or taken out where the value is null; new ones go to the end. Of several the last stays. */
export function editTagList(
  tags: readonly Pick<Tag, "name" | "value">[],
  edits: Readonly<Record<string, string | null>>,
): string {
  const set = new Map(tags.map(({ name, value }) => [name, value]));
  for (const [name, value] of Object.entries(edits)) {
    if (value === null) set.delete(name);
    else set.set(name, value);
  }
  return writeTagList([...set].map(([name, value]) => ({ name, value })));
}
