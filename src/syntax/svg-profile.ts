import { readXml, type XmlAttribute, type XmlElement, type XmlLimits } from "./xml.js";

/**
 * Logos in SVG Tiny Portable/Secure, which BIMI asks for (draft-svg-tiny-ps-abrotman §2, with its schema): no
 * script, no animation, nothing from outside, and only the elements and attributes that the schema lists.
 */
export interface SvgProfile {
  /** What keeps it from being of the profile, in words, each once; empty where nothing does. */
  faults: string[];
  /** What the profile only advises against. */
  remarks: string[];
  title: string | null;
}

const svgSpace = "http://www.w3.org/2000/svg";
const xlinkSpace = "http://www.w3.org/1999/xlink";
const xmlSpace = "http://www.w3.org/XML/1998/namespace";

const words = (text: string): string[] => text.trim().split(/\s+/);

const everywhere =
  words(`id xml:id xml:base xml:lang xml:space class role rel rev typeof content datatype resource about
  property`);
const painted =
  words(`fill fill-opacity fill-rule stroke stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap
  stroke-linejoin stroke-miterlimit stroke-width color color-rendering vector-effect direction unicode-bidi solid-color
  solid-opacity display-align line-increment stop-color stop-opacity font-family font-size font-style font-variant
  font-weight text-anchor text-align`);
const described =
  words(`display visibility image-rendering shape-rendering text-rendering buffered-rendering viewport-fill
  viewport-fill-opacity requiredFonts systemLanguage`);
const placed = ["transform", "requiredFonts", "systemLanguage"];

const drawn =
  words(`path rect circle line ellipse polyline polygon solidColor textArea linearGradient radialGradient text
  g defs use`);

interface Form {
  attributes: ReadonlySet<string>;
  children: readonly string[];
  text: boolean;
}

const form = (attributes: readonly string[], children: readonly string[] = [], text = false): Form => ({
  attributes: new Set([...everywhere, ...attributes]),
  children,
  text,
});
const shape = (own: string): Form => form([...painted, ...placed, ...words(own)]);

const forms: ReadonlyMap<string, Form> = new Map([
  [
    "svg",
    form(
      [
        ...painted,
        ...words(`width height viewBox baseProfile contentScriptType externalResourcesRequired focusable playbackOrder
          preserveAspectRatio snapshotTime timelineBegin version zoomAndPan`),
      ],
      ["title", "desc", "metadata", ...drawn],
    ),
  ],
  ["title", form(described, [], true)],
  ["desc", form(described, [], true)],
  ["metadata", { attributes: new Set<string>(), children: [], text: true }],
  ["g", form([...painted, ...placed], drawn)],
  ["defs", form(painted, drawn)],
  ["path", shape("d pathLength")],
  ["rect", shape("x y width height rx ry")],
  ["circle", shape("cx cy r")],
  ["ellipse", shape("cx cy rx ry")],
  ["line", shape("x1 y1 x2 y2")],
  ["polyline", shape("points")],
  ["polygon", shape("points")],
  ["use", shape("href xlink:href x y")],
  ["solidColor", form(painted)],
  ["linearGradient", form([...painted, ...words("gradientUnits x1 y1 x2 y2")], ["stop"])],
  ["radialGradient", form([...painted, ...words("gradientUnits cx cy r")], ["stop"])],
  ["stop", form([...painted, "offset"])],
  ["text", form([...painted, ...placed, ...words("editable x y rotate")], [], true)],
  ["textArea", form([...painted, ...placed, ...words("x y width height")], [], true)],
]);

/** The only values that the schema leaves to some attributes. */
const fixed: Readonly<Record<string, RegExp>> = {
  externalResourcesRequired: /^false$/,
  focusable: /^false$/,
  playbackOrder: /^all$/,
  preserveAspectRatio: /^\s*(?:none|xMidYMid)\s*(?:meet)?\s*$/,
  snapshotTime: /^none$/,
  timelineBegin: /^onLoad$/,
  zoomAndPan: /^disable$/,
  editable: /^none$/,
  "xml:space": /^(?:default|preserve)$/,
  id: /^[A-Za-z_\u0080-\uffff][\w.\-\u0080-\uffff]*$/,
  gradientUnits: /^(?:userSpaceOnUse|objectBoundingBox)$/,
  "fill-rule": /^(?:nonzero|evenodd|inherit)$/,
  "stroke-linecap": /^(?:butt|round|square|inherit)$/,
  "stroke-linejoin": /^(?:miter|round|bevel|inherit)$/,
  "text-anchor": /^(?:start|middle|end|inherit)$/,
};

/** Characters that a title should have at most (draft-svg-tiny-ps-abrotman §2.1). */
const longestTitle = 64;

export function readSvgProfile(text: string, limits: XmlLimits): SvgProfile {
  const read = readXml(text, limits);
  if (!read.ok) return { faults: [read.error], remarks: [], title: null };
  const { root, instructions } = read;
  if (root.name !== "svg" || root.space !== svgSpace) {
    const fault = root.name === "svg" ? `xmlns of <${root.written}> is not ${svgSpace}` : `<${root.written}> is no SVG`;
    return { faults: [fault], remarks: [], title: null };
  }
  const faults = new Set<string>();
  if (instructions.some((target) => target === "xml-stylesheet")) faults.add("a style sheet is asked for");
  for (const fault of ofRoot(root)) faults.add(fault);
  const left = [root];
  for (let element = left.pop(); element; element = left.pop()) {
    for (const fault of ofElement(element)) faults.add(fault);
    left.push(...element.children.filter(({ name, space }) => space === svgSpace && forms.has(name)).reverse());
  }
  const title = root.children.find(({ name }) => name === "title")?.text.trim() ?? null;
  return { faults: [...faults], remarks: remarksOf(root, title), title };
}

function ofRoot(root: XmlElement): string[] {
  const faults: string[] = [];
  const valueOf = (wanted: string): string | undefined => ownAttribute(root, wanted);
  for (const [name, wanted] of [
    ["version", "1.2"],
    ["baseProfile", "tiny-ps"],
  ] as const) {
    const value = valueOf(name);
    if (value !== wanted)
      faults.push(value === undefined ? `${name} is missing` : `${name} is ${value}, not ${wanted}`);
  }
  const titles = root.children.filter(({ name, space }) => name === "title" && space === svgSpace);
  if (titles.length === 0) faults.push("<title> is missing");
  else if (titles.length > 1) faults.push("<title> stands more than once");
  else if (titles[0] !== root.children[0]) faults.push("<title> is not the first element");
  else if (titles[0]!.text.trim() === "") faults.push("<title> is empty");
  return faults;
}

function* ofElement(element: XmlElement): Generator<string> {
  const { written, name, attributes, children, text } = element;
  const { attributes: allowed, children: inside, text: mayHold } = forms.get(name)!;
  for (const attribute of attributes) {
    const { value } = attribute;
    const key = keyOf(attribute);
    if (key === undefined || !allowed.has(key)) yield `<${written}> has ${attribute.written}, which is not allowed`;
    else if (key === "href" || key === "xlink:href") {
      if (!value.trim().startsWith("#")) yield `${attribute.written} of <${written}> points outside`;
    } else if (key === "xml:base" && value !== "") yield `xml:base of <${written}> points outside`;
    else if (pointsOutside(value)) yield `${attribute.written} of <${written}> points outside`;
    else if (Object.hasOwn(fixed, key) && !fixed[key]!.test(value))
      yield `${attribute.written} of <${written}> is ${value}, which is not allowed`;
  }
  for (const child of children) {
    if (child.space === svgSpace && inside.includes(child.name)) continue;
    yield child.space === svgSpace && forms.has(child.name)
      ? `<${child.written}> must not stand in <${written}>`
      : `<${child.written}> is not allowed`;
  }
  if (!mayHold && text.trim() !== "") yield `<${written}> holds text`;
}

/** An attribute as the schema calls it; undefined for one of another namespace. */
function keyOf({ name, space }: XmlAttribute): string | undefined {
  if (space === "") return name;
  if (space === xlinkSpace) return `xlink:${name}`;
  return space === xmlSpace ? `xml:${name}` : undefined;
}

const pointsOutside = (value: string): boolean =>
  Array.from(value.matchAll(/url\(\s*["']?\s*([^"')\s]?)/gi)).some(([, first]) => first !== "#");

const ownAttribute = (element: XmlElement, wanted: string): string | undefined =>
  element.attributes.find(({ name, space }) => name === wanted && space === "")?.value;

/** What drawing programs write where nobody gave a title. */
const unnamed = /^(?:untitled|unnamed|drawing|image|picture|graphic|icon|svg|artboard|layer|page|group)[-_ ]*\d*$/i;

function remarksOf(root: XmlElement, title: string | null): string[] {
  const remarks: string[] = [];
  if (title !== null && title.length > longestTitle)
    remarks.push(`the title has ${title.length} characters; ${longestTitle} at most are advised`);
  if (title !== null && (unnamed.test(title) || /\.(?:svg|ai|eps|png)$/i.test(title)))
    remarks.push(`the title is "${title}", as a drawing program writes it`);
  const [width, height] = sizeOf(root) ?? [];
  if (width !== height) remarks.push(`it is ${width} wide and ${height} high; a square is asked for`);
  return remarks;
}

function sizeOf(root: XmlElement): [number, number] | undefined {
  const box = (ownAttribute(root, "viewBox") ?? "").trim().split(/[\s,]+/);
  const sides = box.length === 4 ? box.slice(2) : ["width", "height"].map((name) => ownAttribute(root, name) ?? "");
  const [width, height] = sides.map((side) => (/^\d*\.?\d+(?:px)?$/.test(side) ? Number.parseFloat(side) : Number.NaN));
  return Number.isNaN(width) || Number.isNaN(height) ? undefined : [width!, height!];
}
