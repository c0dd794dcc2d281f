/**
 * The text of an XML document in octets: UTF-8 or UTF-16 by its first octets, else what its declaration names
 * (XML 1.0 appendix F), else UTF-8. Octets that are no text in it become U+FFFD.
 */
export function xmlText(octets: Uint8Array): string {
  return new TextDecoder(charsetOf(octets)).decode(octets);
}

function charsetOf(octets: Uint8Array): string {
  const [first, second] = octets;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  const head = String.fromCharCode(...octets.subarray(0, 200));
  const [, named] = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head) ?? [];
  // A declaration that could be read octet by octet is not in UTF-16, whatever it says.
  if (named === undefined || /^utf-?16|^ucs/i.test(named) || head.startsWith("\xef\xbb\xbf")) return "utf-8";
  try {
    return new TextDecoder(named).encoding;
  } catch {
    return "utf-8";
  }
}
