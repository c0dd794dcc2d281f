/**
 * Text as octoDNS has it in its YAML, without quotes: semicolons are escaped by a backslash, any other backslash is one.
 * A value that begins with a quote loses its first and last character, and what ends one string and begins the next is
 * taken out, so that text that is written as a zone file has it comes out the same.
 */
export function octodnsText(written: string): string {
  return inner(written).replaceAll("\\;", ";");
}

/** The character-strings that octoDNS makes of it: 255 characters each as it writes them, escapes counted and kept whole. */
export function octodnsStrings(written: string): string[] {
  const text = inner(written).replaceAll('"', '\\"');
  const strings: string[] = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + 255, text.length);
    while (end > at + 1 && end < text.length && text[end - 1] === "\\") end--;
    strings.push(text.slice(at, end).replaceAll("\\;", ";").replaceAll('\\"', '"'));
    at = end;
  }
  return strings.length > 0 ? strings : [""];
}

/** The text written again, one string. */
export const octodnsWritten = (text: string): string => text.replaceAll(";", "\\;");

const inner = (written: string): string =>
  (written.startsWith('"') ? written.slice(1, -1) : written).replaceAll('" "', "");
