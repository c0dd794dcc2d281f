import { createPublicKey, type KeyObject } from "node:crypto";
import { constants, type FileHandle, open } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, extname, isAbsolute, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, visit } from "yaml";
import { bounds } from "./bounds.js";
import type { Plugin } from "./plugin.js";
import { type Problem, problemsIn, UsageError } from "./usage.js";

/** Names a configuration may have, in the order in which they are looked for. */
const configNames = ["ts", "js", "mjs", "json", "yaml", "yml"].map((ending) => `mailworthy.config.${ending}`);

type Path = readonly PropertyKey[];
type Place = Pick<Problem, "line" | "column" | "source">;

/** A file read as a value, with the place of each part of it where the format has one. */
export interface Document {
  /** As it is named in messages. */
  file: string;
  folder: string;
  value: unknown;
  /** Where a value stands, or its key. */
  place(path: Path, part?: "key" | "value"): Place;
}

/** The nearest configuration in a folder or above it. */
export async function findConfig(folder: string): Promise<string | undefined> {
  for (let at = resolve(folder), above = ""; at !== above; at = dirname(at)) {
    above = at === dirname(at) ? at : "";
    for (const name of configNames) {
      const file = join(at, name);
      if (await isFile(file)) return file;
    }
  }
  return undefined;
}

/** Whether reading a configuration runs it. */
export const isCode = (file: string): boolean => /\.(?:ts|mts|cts|js|mjs|cjs)$/.test(file);

/** Reads a configuration; what cannot be read is a UsageError with the places. */
export async function loadConfig(path: string, from = "."): Promise<Document> {
  const file = resolve(from, path);
  const shown = shownAs(file, from);
  const named = { file: shown, folder: dirname(file) };
  if (isCode(file)) return { ...named, value: await loadModule(file, shown), place: () => ({}) };
  const text = await readText(file, shown, bounds.config.file);
  if (extname(file) === ".json") readJson(text, shown);
  return { ...named, ...readYaml(text, shown) };
}

/** Imports a plugin by path, or by package name as seen from a folder. */
export async function loadPlugin(name: string, folder: string): Promise<Plugin> {
  let file: string;
  try {
    file = /^\.{0,2}\//.test(name)
      ? resolve(folder, name)
      : createRequire(join(folder, "mailworthy.config.js")).resolve(name);
  } catch (error) {
    throw new UsageError(`no plugin "${name}": ${firstLine(error)}`, `npm install --save-dev ${name}`);
  }
  return (await loadModule(file, name)) as Plugin;
}

/** The public key in a PEM file, private or public, as base64 of its SubjectPublicKeyInfo. */
export async function readKey(path: string, folder: string): Promise<string> {
  const pem = await readText(resolve(folder, path), path, bounds.config.file);
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch (error) {
    throw new UsageError(`${path}: no key in PEM form: ${firstLine(error)}`);
  }
  const type = key.asymmetricKeyType;
  if (type !== "rsa" && type !== "ed25519")
    throw new UsageError(`${path}: a key of type ${type}; DKIM has rsa and ed25519`);
  return key.export({ type: "spki", format: "der" }).toString("base64");
}

/** A text file whole, within a bound in bytes. Only a regular file is read: a pipe would wait, a device never ends. */
export async function readText(
  file: string,
  shown: string = file,
  bound: number = bounds.config.file,
): Promise<string> {
  const handle = await openFile(file, shown, bound);
  try {
    return decoded(await handle.readFile(), shown);
  } finally {
    await handle.close();
  }
}

/** The lines of a file one at a time, so that a list may be longer than memory. */
export async function* readLines(file: string, shown: string = file): AsyncGenerator<string> {
  const handle = await openFile(file, shown, bounds.config.domains);
  try {
    for await (const line of handle.readLines({ encoding: "utf8" })) yield line;
  } finally {
    await handle.close();
  }
}

async function openFile(file: string, shown: string, bound: number): Promise<FileHandle> {
  let handle: FileHandle;
  try {
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = { ENOENT: "no such file", EACCES: "it may not be read", EISDIR: "it is a directory" }[code ?? ""];
    throw problemsIn([{ file: shown, text: why ?? firstLine(error) }]);
  }
  const stat = await handle.stat();
  const why = !stat.isFile()
    ? "not a regular file"
    : stat.size > bound
      ? `${stat.size} bytes; ${bound} are read at most`
      : undefined;
  if (why === undefined) return handle;
  await handle.close();
  throw problemsIn([{ file: shown, text: why }]);
}

function decoded(bytes: Uint8Array, shown: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw problemsIn([{ file: shown, text: "not UTF-8 text" }]);
  }
}

async function isFile(file: string): Promise<boolean> {
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(() => undefined);
  if (!handle) return false;
  try {
    return (await handle.stat()).isFile();
  } finally {
    await handle.close();
  }
}

async function loadModule(file: string, shown: string): Promise<unknown> {
  try {
    const module = (await import(pathToFileURL(file).href)) as { default?: unknown };
    if (module.default === undefined) throw new Error("it has no default export");
    return module.default;
  } catch (error) {
    const hint =
      (error as NodeJS.ErrnoException).code === "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX"
        ? "types only: no enum, namespace or parameter property"
        : undefined;
    throw problemsIn([{ file: shown, text: firstLine(error), ...(hint && { hint }) }]);
  }
}

/** JSON is read as YAML for its places, and by its own rules to be sure that it is JSON. */
function readJson(text: string, file: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    const at = Number(/position (\d+)/.exec(firstLine(error))?.[1] ?? text.length);
    const before = text.slice(0, at).split("\n");
    const why = firstLine(error).replace(/ in JSON at position.*$/, "");
    const line = before.length;
    throw problemsIn([
      { file, line, column: before.at(-1)!.length + 1, source: text.split("\n")[line - 1] ?? "", text: `${why}.` },
    ]);
  }
}

function readYaml(text: string, file: string): Pick<Document, "value" | "place"> {
  const counter = new LineCounter();
  const lines = text.split(/\r?\n/);
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col, source: lines[line - 1] ?? "" };
  };
  // The library's own test for keys that are there twice compares each with each.
  const document = parseDocument(text, {
    lineCounter: counter,
    uniqueKeys: false,
    version: "1.2",
    prettyErrors: false,
  });
  const problems: Problem[] = document.errors.map(({ message, pos }) => ({ file, text: message, ...at(pos[0]) }));
  visit(document, {
    Alias: (_, node) => void problems.push({ file, text: "aliases are not read here.", ...at(node.range![0]) }),
    Map(_, { items }) {
      const seen = new Set<string>();
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : undefined;
        if (name === undefined) continue;
        if (seen.has(name)) problems.push({ file, text: `"${name}" is there twice.`, ...at((key as Node).range![0]) });
        seen.add(name);
      }
    },
  });
  if (problems.length > 0) throw problemsIn(problems);
  return {
    value: document.toJS({ maxAliasCount: 0 }) as unknown,
    place(path, part = "value") {
      const offset = offsetOf(document.contents as Node | null, path, part);
      return offset === undefined ? {} : at(offset);
    },
  };
}

/** The offset of what a path leads to, or of the last part of the path that is there. */
function offsetOf(root: Node | null, path: Path, part: "key" | "value"): number | undefined {
  let node = root;
  let found = node?.range?.[0];
  for (const [depth, step] of path.entries()) {
    let next: Node | null | undefined;
    let key: Node | undefined;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      key = (pair as Pair<Node, Node> | undefined)?.key;
      next = (pair as Pair<Node, Node | null> | undefined)?.value;
    } else if (isSeq(node)) {
      next = node.items[Number(step)] as Node | undefined;
    }
    const last = depth === path.length - 1;
    const range = (last && part === "key" ? key : next && !isAlias(next) ? next : key)?.range ?? key?.range;
    if (!range) break;
    found = range[0];
    node = next ?? null;
  }
  return found;
}

const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split("\n")[0]!;

/** A path as short as it can be said from a folder. */
export function shownAs(file: string, from: string): string {
  const near = relative(resolve(from), file);
  return near.startsWith("..") && !isAbsolute(near) && near.length > file.length ? file : near || basename(file);
}
