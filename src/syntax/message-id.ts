/** Message identifiers (RFC 5322 §3.6.4). */
const atext = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\x80-\\xff-]+";
const left = new RegExp(`^(?:${atext}(?:\\.${atext})*|"(?:[^"\\\\]|\\\\.)*")$`, "s");
const right = new RegExp(`^(?:${atext}(?:\\.${atext})*|\\[[!-Z^-~]*\\])$`);

/** What is wrong with the value of a Message-ID field, in words; undefined where nothing is. */
export function messageIdFault(value: string): string | undefined {
  const text = value.trim();
  if (text === "") return "it is empty";
  if (text.length > 998) return `it has ${text.length} characters`;
  const angled = /^<([^<>]*)>$/s.exec(text);
  if (!angled) return "it does not stand in angle brackets";
  const id = angled[1]!;
  const sign = id.lastIndexOf("@");
  if (sign < 0) return "it has no @";
  if (!left.test(id.slice(0, sign)) || !right.test(id.slice(sign + 1)))
    return "it holds a character that may not stand there";
  return undefined;
}
