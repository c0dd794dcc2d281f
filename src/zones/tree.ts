/** A value that JSON or YAML holds. */
export type Tree = null | boolean | number | string | Branch | readonly Tree[];

/**
 * A map of JSON or YAML. What it does not have is not there, whatever objects of this language have: a file may call its
 * keys as it likes. A reader of one value gives undefined for a value of another kind.
 */
export class Branch {
  /** Offset in the text of where it begins. */
  readonly at: number;
  readonly #fields: Record<string, Tree>;

  /** `fields` without a prototype of their own. */
  constructor(at: number, fields: Record<string, Tree>) {
    this.at = at;
    this.#fields = fields;
  }

  get keys(): string[] {
    return Object.keys(this.#fields);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#fields, key);
  }

  get(key: string): Tree | undefined {
    return this.has(key) ? this.#fields[key] : undefined;
  }

  map(key: string): Branch | undefined {
    const value = this.get(key);
    return value instanceof Branch ? value : undefined;
  }

  /** Nothing where there is none; throws a ShapeError for what is no list. */
  list(key: string): readonly Tree[] {
    const value = this.get(key) ?? [];
    if (!isList(value)) throw new ShapeError(`${shown(key)} is no list`, this.at);
    return value;
  }

  /** A list of maps. Nothing of a list is passed over: what is not read would seem to be absent. */
  maps(key: string): readonly Branch[] {
    const list = this.list(key);
    if (!isMaps(list)) throw new ShapeError(`${shown(key)} is no list of maps`, this.at);
    return list;
  }

  text(key: string): string | undefined {
    return textOf(this.get(key));
  }

  /** A whole number, also written as text. */
  number(key: string): number | undefined {
    const text = this.text(key);
    return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined;
  }

  /** Whether it is true; YAML without a schema has it as text. */
  flag(key: string): boolean {
    const value = this.get(key);
    return value === true || value === "true";
  }
}

/** A file that has not the form that it should have, and where. */
export class ShapeError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const shown = (key: string): string => JSON.stringify(key.slice(0, 80));

const isMaps = (list: readonly Tree[]): list is readonly Branch[] => list.every((item) => item instanceof Branch);

export const isList = (value: Tree | undefined): value is readonly Tree[] => Array.isArray(value);

/** Text, and numbers as they are written. */
export function textOf(value: Tree | undefined): string | undefined {
  return typeof value === "number" ? String(value) : typeof value === "string" ? value : undefined;
}
