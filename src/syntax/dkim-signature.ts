import { dkimForm, parseTagList, type Tag } from "./tag-list.js";

/** The value of a DKIM-Signature field (RFC 6376 §3.5), as far as it can be read. */
export interface DkimSignature {
  tags: Tag[];
  /** What is wrong with the list as a whole, or with a tag that must be there. */
  faults: string[];
  /** `d` and `s` in lower case; empty where they are missing. */
  domain: string;
  selector: string;
  algorithm: string;
  /** `h` in lower case, in order. */
  signed: string[];
  /** `i`; null where left out. */
  identity: string | null;
  /** `l`: so many octets of the body are covered. */
  length: number | null;
  /** `t` and `x`, ISO 8601. */
  signedAt: string | null;
  expires: string | null;
}

/** Longer lists are cut; none that a signer writes is. */
const most = 20_000;

export function parseDkimSignature(value: string): DkimSignature {
  const { tags, faults } = parseTagList(value.slice(0, most).replace(/\s+/g, " "), dkimForm);
  const get = (name: string): string | undefined => tags.find((tag) => tag.name === name)?.value;
  const missing = ["v", "a", "b", "bh", "d", "h", "s"].filter((name) => !get(name)); // RFC 6376 §3.5
  const number = (name: string): number | null => (/^\d{1,15}$/.test(get(name) ?? "") ? Number(get(name)) : null);
  return {
    tags,
    faults: [...faults.map(({ message }) => message), ...missing.map((name) => `${name}= is missing`)],
    domain: plain(get("d") ?? "").replace(/\.$/, ""),
    selector: plain(get("s") ?? ""),
    algorithm: plain(get("a") ?? ""),
    signed: plain(get("h") ?? "")
      .split(":")
      .filter(Boolean),
    identity: get("i") ?? null,
    length: number("l"),
    signedAt: moment(number("t")),
    expires: moment(number("x")),
  };
}

const plain = (value: string): string => value.replace(/\s+/g, "").toLowerCase();

/** Seconds since 1970 as ISO 8601; null for what no calendar holds. */
const moment = (seconds: number | null): string | null =>
  seconds === null || seconds > 253_402_300_799 ? null : new Date(seconds * 1000).toISOString();
