/** What a check wants to know of the HTML of a message. A scan of tags, no parser: total and linear, whatever comes. */
export interface HtmlText {
  links: { href: string; text: string }[];
  images: { src: string; alt: string | null; width: string | null; height: string | null }[];
  /** What is read, blanks folded. */
  text: string;
}

type Tag = { name: string; closing: boolean; attributes: Record<string, string>; end: number };

/** `most`: links and images, each. */
export function readHtml(html: string, most: number): HtmlText {
  const found: HtmlText = { links: [], images: [], text: "" };
  const texts: string[] = [];
  let link: { href: string; from: number } | undefined;
  let at = 0;
  const closeLink = (): void => {
    if (link && found.links.length < most)
      found.links.push({ href: link.href, text: folded(texts.slice(link.from).join("")).slice(0, 200) });
    link = undefined;
  };
  while (at < html.length) {
    const open = html.indexOf("<", at);
    texts.push(html.slice(at, open < 0 ? undefined : open));
    if (open < 0) break;
    if (html.startsWith("<!--", open)) {
      at = past(html, "-->", open + 4);
      continue;
    }
    const tag = tagAt(html, open);
    if (!tag) {
      texts.push("<");
      at = open + 1;
      continue;
    }
    at = tag.end;
    if (tag.name === "style" || tag.name === "script" || tag.name === "title") {
      if (!tag.closing) at = pastElement(html, tag.name, at);
      continue;
    }
    if (tag.name === "a") {
      closeLink();
      const href = tag.attributes["href"];
      if (!tag.closing && href !== undefined) link = { href: href.trim().slice(0, 4_000), from: texts.length };
    } else if (tag.name === "img" && found.images.length < most) {
      const { src = "", alt = null, width = null, height = null } = tag.attributes;
      found.images.push({ src: src.trim().slice(0, 4_000), alt, width, height });
      if (alt) texts.push(alt);
    }
    if (!inline.has(tag.name)) texts.push(" ");
  }
  closeLink();
  found.text = folded(texts.join(""));
  return found;
}

const inline = new Set(["a", "b", "i", "u", "em", "strong", "span", "font", "small", "sup", "sub", "code"]);

const folded = (text: string): string => entities(text).replace(/\s+/g, " ").trim();

/** The position behind the next occurrence, or the end. */
function past(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

function pastElement(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[\\s>/]`, "gi");
  end.lastIndex = from;
  const found = end.exec(html);
  return found ? past(html, ">", found.index) : html.length;
}

/** The tag that begins here; nothing where the bracket is no beginning of one. */
function tagAt(html: string, open: number): Tag | undefined {
  const name = /<(\/?)([a-z!?][a-z0-9:-]*)/iy;
  name.lastIndex = open;
  const head = name.exec(html);
  if (!head) return undefined;
  const attributes: Record<string, string> = {};
  const attribute = /[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;
  let at = name.lastIndex;
  for (;;) {
    while (at < html.length && /[\s/]/.test(html[at]!)) at++;
    if (at >= html.length || html[at] === ">") break;
    attribute.lastIndex = at;
    const found = attribute.exec(html);
    if (!found || attribute.lastIndex === at) {
      at++;
      continue;
    }
    const [, key, ...values] = found;
    if (Object.keys(attributes).length < 50)
      attributes[key!.toLowerCase()] ??= entities(values.find((one) => one !== undefined) ?? "");
    at = attribute.lastIndex;
  }
  return { name: head[2]!.toLowerCase(), closing: head[1] === "/", attributes, end: Math.min(at + 1, html.length) };
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  zwnj: "",
  zwj: "",
};

function entities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
      return code > 0x10_ffff ? whole : String.fromCodePoint(code);
    },
  );
}
