/** One element of a DER encoding (X.690 §8.1): its tag octet, its content, and all of its octets. */
export interface Der {
  tag: number;
  content: Uint8Array;
  whole: Uint8Array;
}

/** The elements that stand one after the other in these octets; undefined where they are not DER. */
export function readDer(octets: Uint8Array): Der[] | undefined {
  const found: Der[] = [];
  for (let at = 0; at < octets.length;) {
    const tag = octets[at]!;
    const first = octets[at + 1];
    if (first === undefined || (tag & 31) === 31) return undefined; // tags of many octets: none in X.509
    const size = first < 128 ? 0 : first - 128;
    if (size > 4 || first === 128) return undefined; // X.690 §10.1: no indefinite length
    let length = size === 0 ? first : 0;
    for (const octet of octets.subarray(at + 2, at + 2 + size)) length = length * 256 + octet;
    const start = at + 2 + size;
    if (start + length > octets.length) return undefined;
    found.push({ tag, content: octets.subarray(start, start + length), whole: octets.subarray(at, start + length) });
    at = start + length;
  }
  return found;
}

/** An OBJECT IDENTIFIER in dots (X.690 §8.19). */
export function oid({ content }: Der): string {
  const arcs: number[] = [];
  let arc = 0;
  for (const octet of content) {
    arc = arc * 128 + (octet & 127);
    if (octet >= 128) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [head = 0, ...rest] = arcs;
  const top = Math.min(Math.floor(head / 40), 2);
  return [top, head - top * 40, ...rest].join(".");
}
