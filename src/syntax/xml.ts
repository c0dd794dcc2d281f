/**
 * XML 1.0 with namespaces, as far as a drawing needs it: elements, attributes and their text. A document with
 * a DOCTYPE is not read, so that nothing defines entities and nothing is fetched. One pass, no recursion.
 */
export interface XmlElement {
  /** As written, with its prefix. */
  written: string;
  /** Without its prefix. */
  name: string;
  /** Its namespace; empty for none. */
  space: string;
  attributes: XmlAttribute[];
  children: XmlElement[];
  /** The character data right inside, references resolved. */
  text: string;
}

export interface XmlAttribute {
  written: string;
  name: string;
  space: string;
  value: string;
}

export interface XmlLimits {
  elements: number;
  depth: number;
}

export type ReadXml =
  | { ok: true; root: XmlElement; /** Targets of processing instructions. */ instructions: string[] }
  | { ok: false; error: string };

type Spaces = Readonly<Record<string, string>>;
interface Open {
  element: XmlElement;
  spaces: Spaces;
}

const known: Spaces = { "": "", xml: "http://www.w3.org/XML/1998/namespace", xmlns: "http://www.w3.org/2000/xmlns/" };
const name = "[A-Za-z_\\u0080-\\uffff][\\w.\\-\\u0080-\\uffff]*(?::[A-Za-z_\\u0080-\\uffff][\\w.\\-\\u0080-\\uffff]*)?";
const startTag = new RegExp(`<(${name})`, "y");
const attribute = new RegExp(`\\s+(${name})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, "y");
const tagEnd = /\s*(\/?)>/y;
const endTag = new RegExp(`</(${name})\\s*>`, "y");
const instruction = new RegExp(`<\\?(${name})(?:\\s[^]*?)?\\?>`, "y");

class XmlError extends Error {}

/** Reads a document; says of one that is not well-formed, or goes past the limits, what the first thing wrong is. */
export function readXml(text: string, limits: XmlLimits): ReadXml {
  try {
    return { ok: true, ...read(text.replace(/^\ufeff/, ""), limits) };
  } catch (error) {
    if (error instanceof XmlError) return { ok: false, error: error.message };
    throw error;
  }
}

function read(text: string, limits: XmlLimits): { root: XmlElement; instructions: string[] } {
  const open: Open[] = [];
  const instructions: string[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const upTo = (end: string, what: string): string => {
    const from = at;
    const to = text.indexOf(end, from);
    if (to < 0) throw new XmlError(`${what} does not end`);
    at = to + end.length;
    return text.slice(from, to);
  };
  const characters = (data: string): void => {
    const inside = open.at(-1)?.element;
    if (inside) inside.text += data;
    else if (data.trim() !== "") throw new XmlError("text stands outside of the root element");
  };
  while (at < text.length) {
    if (text[at] !== "<") {
      const next = text.indexOf("<", at);
      const data = text.slice(at, next < 0 ? text.length : next);
      at += data.length;
      characters(resolved(data));
    } else if (text.startsWith("<!--", at)) {
      at += 4;
      if (upTo("-->", "a comment").includes("--")) throw new XmlError("a comment holds two hyphens in a row");
    } else if (text.startsWith("<![CDATA[", at)) {
      at += 9;
      characters(upTo("]]>", "a CDATA section"));
    } else if (text.startsWith("<!", at)) {
      throw new XmlError("a DOCTYPE stands in it, which may define entities and point outside");
    } else if (text.startsWith("<?", at)) {
      const [, target] = match(instruction) ?? [];
      if (target === undefined) throw new XmlError("a processing instruction does not end");
      instructions.push(target);
    } else if (text.startsWith("</", at)) {
      const [, closed] = match(endTag) ?? [];
      const last = open.pop();
      if (closed === undefined || closed !== last?.element.written)
        throw new XmlError(last ? `<${last.element.written}> is not closed` : "an element is closed that is not open");
    } else {
      const began = match(startTag);
      if (!began) throw new XmlError('a "<" begins nothing');
      if (++count > limits.elements) throw new XmlError(`more than ${limits.elements} elements`);
      const attributes: [string, string][] = [];
      for (let one = match(attribute); one; one = match(attribute))
        attributes.push([one[1]!, resolved(one[2] ?? one[3] ?? "")]);
      const ended = match(tagEnd);
      if (!ended) throw new XmlError(`the tag of <${began[1]!}> is not well-formed`);
      const next = elementOf(began[1]!, attributes, open.at(-1)?.spaces ?? known);
      const above = open.at(-1)?.element;
      if (above) above.children.push(next.element);
      else if (root) throw new XmlError("there is more than one root element");
      else root = next.element;
      if (ended[1] === "") open.push(next);
      if (open.length > limits.depth) throw new XmlError(`elements ${limits.depth} deep inside one another`);
    }
  }
  const left = open.at(-1);
  if (left) throw new XmlError(`<${left.element.written}> is not closed`);
  if (!root) throw new XmlError("there is no element in it");
  return { root, instructions };
}

function elementOf(written: string, attributes: readonly [string, string][], above: Spaces): Open {
  const declared = attributes.filter(([name]) => name === "xmlns" || name.startsWith("xmlns:"));
  const spaces =
    declared.length === 0
      ? above
      : { ...above, ...Object.fromEntries(declared.map(([name, value]) => [name.slice(6), value])) };
  const named = (qualified: string, fallback: string): { name: string; space: string } => {
    const colon = qualified.indexOf(":");
    if (colon < 0) return { name: qualified, space: fallback };
    const prefix = qualified.slice(0, colon);
    if (!Object.hasOwn(spaces, prefix)) throw new XmlError(`the prefix ${prefix}: is not declared`);
    return { name: qualified.slice(colon + 1), space: spaces[prefix]! };
  };
  const own = attributes
    .filter(([name]) => name !== "xmlns" && !name.startsWith("xmlns:"))
    .map(([written, value]) => ({ written, ...named(written, ""), value }));
  const seen = new Set<string>();
  for (const { written: which, name, space } of own) {
    if (seen.has(`${space} ${name}`)) throw new XmlError(`<${written}> has ${which} twice`);
    seen.add(`${space} ${name}`);
  }
  return {
    element: { written, ...named(written, spaces[""]!), attributes: own, children: [], text: "" },
    spaces,
  };
}

const characters: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", apos: "'", quot: '"' };

/** Text with its references resolved: to characters by number, and to the five that XML itself knows. */
function resolved(text: string): string {
  return text.replace(/&([^;&]{0,12};?)/g, (_, inside: string) => {
    const [, name, hex, decimal] = /^(?:([a-z]+)|#x([\da-f]{1,6})|#(\d{1,7}));$/i.exec(inside) ?? [];
    const known = name !== undefined && Object.hasOwn(characters, name) ? characters[name] : undefined;
    if (known !== undefined) return known;
    const point = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN);
    if (!(point <= 0x10ffff)) throw new XmlError(`&${inside} is no reference that is known`);
    return String.fromCodePoint(point);
  });
}
