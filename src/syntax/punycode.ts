/** Punycode (RFC 3492): text as ASCII, for the labels of names. The parameters are those of RFC 3492 §5. */
const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialCode = 128;

const digits = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Encodes a text, without the prefix that a label has (RFC 3492 §6.3). */
export function encodePunycode(text: string): string {
  const points = Array.from(text, (char) => char.codePointAt(0)!);
  const basic = points.filter((point) => point < initialCode);
  let encoded = String.fromCodePoint(...basic) + (basic.length > 0 ? "-" : "");
  let handled = basic.length;
  let code = initialCode;
  let delta = 0;
  let bias = initialBias;
  while (handled < points.length) {
    const next = points.reduce((least, point) => (point >= code && point < least ? point : least), Infinity);
    delta += (next - code) * (handled + 1);
    code = next;
    for (const point of points) {
      if (point < code) delta++;
      if (point !== code) continue;
      encoded += variableLength(delta, bias);
      bias = adapted(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled++;
    }
    delta++;
    code++;
  }
  return encoded;
}

/** A number as digits whose weights depend on the bias (RFC 3492 §3.3). */
function variableLength(value: number, bias: number): string {
  let text = "";
  let left = value;
  for (let at = base; ; at += base) {
    const threshold = Math.min(Math.max(at - bias, tMin), tMax);
    if (left < threshold) return text + digits[left]!;
    text += digits[threshold + ((left - threshold) % (base - threshold))]!;
    left = Math.floor((left - threshold) / (base - threshold));
  }
}

/** The bias for the next number (RFC 3492 §6.1). */
function adapted(value: number, count: number, first: boolean): number {
  let delta = first ? Math.floor(value / damp) : Math.floor(value / 2);
  delta += Math.floor(delta / count);
  let at = 0;
  for (; delta > ((base - tMin) * tMax) / 2; at += base) delta = Math.floor(delta / (base - tMin));
  return at + Math.floor(((base - tMin + 1) * delta) / (delta + skew));
}
