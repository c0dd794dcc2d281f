import { SaxesParser, type SaxesTagNS } from "saxes";

/**
 * XML that is a list of sections below one root, read a section at a time, so that what a document takes is what its
 * largest section takes. A DOCTYPE is refused, so nothing defines entities and nothing is fetched. Names are compared
 * without their prefix and in lower case; elements of another namespace than the root's are left out with all in them.
 */
export interface Section {
  /** Without its prefix, lower case. */
  name: string;
  line: number;
  /** The character data right inside, without the blanks around it. */
  text: string;
  children: Section[];
}

export interface SectionLimits {
  elements: number;
  depth: number;
  /** Attributes of one element. */
  attributes: number;
  /** Elements in one section. */
  section: number;
  /** Characters of one element's text; the rest is left out. */
  text: number;
  /** Ampersands that are mended. */
  mended: number;
}

export interface XmlFault {
  line: number;
  text: string;
}

export type ReadSections =
  | { ok: true; root: { name: string; space: string }; /** What was mended. */ faults: XmlFault[] }
  | { ok: false; /** The root, where it was reached. */ root?: string; fault: XmlFault };

class Refused extends Error {}

/** Slips of reporters that leave no doubt about what was meant. */
const slips =
  /^(?:disallowed character|undefined entity|disallowed character in entity name|malformed character entity|unbound namespace prefix: .*)$/;

/** An ampersand that begins no reference, as in a web address. */
const bare = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\w.-]{0,30});)/gi;

/** Reads a document, handing over each section as it ends; says of one that is not well-formed where that shows first. */
export function readSections(text: string, limits: SectionLimits, take: (section: Section) => void): ReadSections {
  const parser = new SaxesParser({ xmlns: true });
  const lead = /^\ufeff?\s*/.exec(text)![0];
  const skipped = lead.match(/\n/g)?.length ?? 0;
  const line = (): number => parser.line + skipped;
  const open: (Section & { foreign: boolean })[] = [];
  const faults: XmlFault[] = [];
  let root: { name: string; space: string } | undefined;
  let elements = 0;
  let attributes = 0;
  let inSection = 0;

  /** The text with its bare ampersands written out. They are counted first: a replacement is held for each. */
  const mended = (document: string): string => {
    let count = 0;
    for (const _ of document.matchAll(bare))
      if (++count > limits.mended) throw new Refused(`more than ${limits.mended} ampersands that begin no reference`);
    return count > 0 ? document.replace(bare, "&amp;") : document;
  };
  const characters = (data: string): void => {
    const inside = open.at(-1);
    if (inside && inside.text.length < limits.text) inside.text += data.slice(0, limits.text - inside.text.length);
  };
  parser.on("error", ({ message }) => {
    const said = message.replace(/^\d+:\d+: /, "").replace(/\.$/, "");
    if (!slips.test(said)) throw new Refused(said);
    if (faults.length < 10) faults.push({ line: line(), text: said });
  });
  parser.on("doctype", () => {
    throw new Refused("a DOCTYPE stands in it, which may define entities and point outside");
  });
  parser.on("text", characters);
  parser.on("cdata", characters);
  parser.on("opentagstart", () => (attributes = 0));
  parser.on("attribute", () => {
    if (++attributes > limits.attributes)
      throw new Refused(`an element with more than ${limits.attributes} attributes`);
  });
  parser.on("opentag", ({ local, uri }: SaxesTagNS) => {
    if (++elements > limits.elements) throw new Refused(`more than ${limits.elements} elements`);
    if (open.length >= limits.depth) throw new Refused(`elements more than ${limits.depth} deep inside one another`);
    const name = local.toLowerCase();
    root ??= { name, space: uri };
    const above = open.at(-1);
    const foreign = (above?.foreign ?? false) || (uri !== root.space && uri !== "");
    inSection = open.length === 1 ? 1 : inSection + 1;
    if (inSection > limits.section && open.length > 0)
      throw new Refused(`more than ${limits.section} elements in one <${open[1]?.name ?? name}>`);
    const section = { name, line: line(), text: "", children: [], foreign };
    if (above && !foreign && open.length > 1) above.children.push(section);
    open.push(section);
  });
  parser.on("closetag", () => {
    const section = open.pop()!;
    section.text = section.text.trim();
    if (open.length === 1 && !section.foreign) take(section);
  });

  try {
    parser.write(mended(text.slice(lead.length))).close();
    if (!root) throw new Refused("there is no element in it");
    return { ok: true, root, faults };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ok: false, ...(root && { root: root.name }), fault: { line: line(), text: error.message } };
  }
}
