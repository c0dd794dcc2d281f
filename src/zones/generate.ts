/** $GENERATE: one line that stands for many, as BIND has it. Throws a RangeError for what cannot be meant. */
export interface Range {
  from: number;
  to: number;
  step: number;
}

/** `1-10` or `1-10/2`. */
export function readRange(word: string): Range {
  const [, from, to, step = "1"] = /^(\d{1,10})-(\d{1,10})(?:\/(\d{1,10}))?$/.exec(word) ?? [];
  if (from === undefined) throw new RangeError(`"${word}" is no range; write 1-10 or 1-10/2`);
  const range = { from: Number(from), to: Number(to), step: Number(step) };
  if (range.to < range.from) throw new RangeError(`the range "${word}" ends before it begins`);
  if (range.step === 0 || range.to > 0x7fff_ffff) throw new RangeError(`the range "${word}" has no end`);
  return range;
}

export const countOf = ({ from, to, step }: Range): number => Math.floor((to - from) / step) + 1;

/** A template with its number put in: `$`, `${offset,width,base}`; `$$` and `\$` are a dollar sign that stays. */
export function fill(template: string, value: number): string {
  return template.replace(/\\\$|\$\$|\$\{([^}]*)\}|\$/g, (written, format?: string) => {
    if (written === "\\$" || written === "$$") return "\\$";
    return format === undefined ? String(value) : formatted(value, format);
  });
}

function formatted(value: number, format: string): string {
  const [, offset, width = "0", base = "d"] = /^(-?\d{1,9})(?:,(\d{1,3})(?:,([doxXnN]))?)?$/.exec(format) ?? [];
  if (offset === undefined || Number(width) > 255) throw new RangeError(`"\${${format}}" is no format`);
  const number = value + Number(offset);
  if (number < 0) throw new RangeError(`${number} is less than nothing`);
  if (base === "n" || base === "N") return nibbles(number, Number(width), base === "N");
  const digits = number.toString(base === "o" ? 8 : base === "d" ? 10 : 16).padStart(Number(width), "0");
  return base === "X" ? digits.toUpperCase() : digits;
}

/** Hexadecimal digits backwards with dots between, as reverse zones have them; the width counts the dots. */
function nibbles(number: number, width: number, upper: boolean): string {
  let text = "";
  for (let rest = number, left = width; text === "" || rest > 0 || left > 0;) {
    text += (rest % 16).toString(16);
    rest = Math.floor(rest / 16);
    left--;
    if (rest > 0 || left > 0) {
      text += ".";
      left--;
    }
  }
  return upper ? text.toUpperCase() : text;
}
