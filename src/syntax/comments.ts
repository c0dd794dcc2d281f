/** Structured field values of messages: comments in them and quoted strings (RFC 5322 §3.2). */
export interface Uncommented {
  /** The value with a blank in place of each comment. */
  text: string;
  /** What stood in the comments, the outer parentheses left out. */
  comments: string[];
}

/** Takes comments out, whatever their depth. One that is never closed goes on to the end. */
export function uncommented(value: string): Uncommented {
  let text = "";
  const comments: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < value.length; at++) {
    const char = value[at]!;
    if (char === "\\" && (quoted || depth > 0)) at++;
    else if (depth === 0 && char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === "(") {
      if (depth++ === 0) {
        text += value.slice(from, at);
        from = at + 1;
      }
    } else if (char === ")" && depth > 0 && --depth === 0) {
      comments.push(value.slice(from, at));
      text += " ";
      from = at + 1;
    }
  }
  if (depth > 0) comments.push(value.slice(from));
  else text += value.slice(from);
  return { text, comments };
}

/** Splits at a character where it stands outside quoted strings. */
export function splitOutsideQuotes(text: string, by: string): string[] {
  const pieces: string[] = [];
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === "\\" && quoted) at++;
    else if (char === '"') quoted = !quoted;
    else if (char === by && !quoted) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  pieces.push(text.slice(from));
  return pieces;
}

/** A token or a quoted string, without its quotes. */
export function unquoted(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"')
    ? trimmed.slice(1, -1).replace(/\\(.)/gs, "$1")
    : trimmed;
}
