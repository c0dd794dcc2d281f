import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from "yaml";
import { bounds } from "../bounds.js";
import { type Problem, problemsIn } from "../usage.js";
import { Document, textOfSource } from "./document.js";
import type { Source } from "./source.js";
import { Branch, type Tree } from "./tree.js";

/**
 * A file of YAML: every scalar that is not null is the text that is written, tags of its own make a map of the tag and the
 * value, as CloudFormation has it. Throws a UsageError for what is no YAML, or too much.
 */
export function readYaml(source: Source): Document {
  const { file } = source;
  if (source.octets.length > bounds.zones.yaml)
    throw problemsIn([{ file, text: `more than ${bounds.zones.yaml} octets`, hint: "split the file, or give JSON" }]);
  const text = textOfSource(source);
  const lines = new LineCounter();
  const documents = parsed(text, lines, file);
  const problems: Problem[] = [];
  const roots: Tree[] = [];
  for (const { errors, contents } of documents) {
    for (const { message, pos } of errors) {
      const { line, col: column } = lines.linePos(pos[0]);
      problems.push({ file, line, column, text: message.split("\n")[0]!.replace(/ at line.*$/, "") });
    }
    if (problems.length === 0 && contents) roots.push(new Growing().tree(contents, 0));
  }
  if (problems.length > 0) throw problemsIn(problems.slice(0, bounds.zones.problems));
  return new Document(file, text, roots);
}

function parsed(text: string, lineCounter: LineCounter, file: string): ReturnType<typeof parseAllDocuments> {
  try {
    // Keys that stand twice are not looked for: the library compares each with each.
    return parseAllDocuments(text, { lineCounter, uniqueKeys: false, schema: "failsafe", logLevel: "silent" });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw problemsIn([
      { file, text: "lists inside of lists, too deep to be read", hint: "no tool writes such a file" },
    ]);
  }
}

/** One document; what an alias means is the same value again, not a copy of it. */
class Growing {
  readonly #anchors = new Map<string, Tree>();

  tree(node: Node | null, depth: number): Tree {
    if (node === null || depth > bounds.zones.nested) return null;
    // An alias to what holds it is nothing.
    if (isAlias(node)) return this.#anchors.get(node.source) ?? null;
    const value = this.#tagged(node, this.#plain(node, depth));
    const { anchor } = node as { anchor?: string };
    if (anchor !== undefined) this.#anchors.set(anchor, value);
    return value;
  }

  #plain(node: Node, depth: number): Tree {
    if (isSeq(node)) return node.items.map((item) => this.tree(item as Node | null, depth + 1));
    if (isScalar(node)) {
      const text = String(node.value);
      return node.type === "PLAIN" && /^(?:|~|null|Null|NULL)$/.test(text) ? null : text;
    }
    const fields: Record<string, Tree> = {};
    if (isMap(node))
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : "";
        if (name !== "__proto__") fields[name] = this.tree(value as Node | null, depth + 1);
      }
    return new Branch(node.range?.[0] ?? 0, fields);
  }

  /** `!Ref x` is `{Ref: x}`, and `!Sub x` `{Fn::Sub: x}`. */
  #tagged({ tag, range }: Node, value: Tree): Tree {
    if (!tag?.startsWith("!")) return value;
    const name = tag.slice(1);
    return new Branch(range?.[0] ?? 0, { [name === "Ref" || name === "Condition" ? name : `Fn::${name}`]: value });
  }
}
