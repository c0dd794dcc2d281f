import { canonical, octetsOf } from "./address.js";

/** Whether a name spells an address: its octets either way round, in decimal or hexadecimal, or the end of an IPv6 one. */
export function embedsAddress(name: string, ip: string): boolean {
  const octets = octetsOf(ip);
  const text = name.toLowerCase();
  if (octets.length === 4) return [octets, octets.toReversed()].some((order) => spells(text, order));
  const digits = text.replace(/[^0-9a-f]/g, "");
  const end = hexOf(octets.slice(8));
  const backwards = end.split("").reverse().join("");
  return [end, backwards].some((one) => digits.includes(one)) || text.includes(canonical(ip).replaceAll(":", "-"));
}

function spells(text: string, octets: readonly number[]): boolean {
  const decimal = octets.map((octet) => `0{0,2}${octet}`).join("\\D{1,3}");
  return new RegExp(`(?<!\\d)${decimal}(?!\\d)|(?<![0-9a-f])${hexOf(octets)}(?![0-9a-f])`).test(text);
}

const hexOf = (octets: readonly number[]): string =>
  octets.map((octet) => octet.toString(16).padStart(2, "0")).join("");
