/** The place after the brace that ends what begins at `from`, an opening brace; -1 where none does. */
export function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at + 1;
  }
  return -1;
}

/** The place after each closing brace by the place of its opening one, in one pass over the text. */
function pairs(text: string): Map<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "{") open.push(at);
    else if (text[at] === "}" && open.length > 0) found.set(open.pop()!, at + 1);
  }
  return found;
}

/**
 * The words of a list: white space and, unless `between` says otherwise, commas part them; a word in braces is one,
 * whatever is in it, and comes without them (postconf(5), "{ }").
 */
export function words(list: string, between = ", \t\r\n"): string[] {
  const found: string[] = [];
  const ends = pairs(list);
  let at = 0;
  while (at < list.length) {
    if (between.includes(list[at]!)) {
      at++;
      continue;
    }
    const end = ends.get(at);
    if (end !== undefined) {
      found.push(list.slice(at + 1, end - 1).trim());
      at = end;
      continue;
    }
    const from = at;
    while (at < list.length && !between.includes(list[at]!)) at++;
    found.push(list.slice(from, at));
  }
  return found;
}
