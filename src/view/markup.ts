import { html as asHtml, htmlCopied } from "../clean.js";

/** HTML that is safe to write as it stands. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Markup | undefined | false | readonly Part[];

/** Markup from a template; whatever is put into it and is not markup itself is text. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.map((string, at) => string + (at < parts.length ? written(parts[at]) : "")).join(""));

/** Text that the reader copies, never shortened within any sensible length. */
export const whole = (text: string): Markup => new Markup(htmlCopied(text));

/** Lines of preformatted text. */
export const lines = (parts: readonly Part[]): Markup => new Markup(parts.map(written).join("\n"));

function written(part: Part): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "object") return part.map(written).join("");
  return asHtml(String(part));
}
