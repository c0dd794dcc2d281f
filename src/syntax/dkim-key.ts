import { fromBase64, published, readEd25519Key, type ReadKey, readRsaKey } from "./public-key.js";
import { dkimForm, type Fault, parseTagList, type Tag, writeTagList } from "./tag-list.js";

/** DKIM key records, as they stand at `<selector>._domainkey.<domain>` (RFC 6376 §3.6.1, RFC 8463 §4). */
export interface DkimRecord {
  text: string;
  tags: Tag[];
  /** What makes the record unusable as a whole. */
  faults: Fault[];
  /** `k`, `rsa` where left out. */
  type: string;
  /** `h`; null where left out, which allows all. */
  hashes: string[] | null;
  /** `s` and `t`. */
  services: string[];
  flags: string[];
  /** `p` without blanks: empty for a revoked key, null where left out. */
  data: string | null;
  /** Null where there is nothing to read: revoked, left out, or of a type that is not known. */
  key: ReadKey | null;
}

/** Whether a TXT record is meant as a DKIM key, well-formed or not. */
export const looksLikeDkim = (text: string): boolean =>
  /^\s*v\s*=/i.test(text) ? /^\s*v\s*=\s*DKIM/i.test(text) : /(?:^|;)\s*p\s*=/.test(text);

export function parseDkimRecord(text: string): DkimRecord {
  const { tags, faults } = parseTagList(text, dkimForm);
  const value = (name: string): string | undefined => tags.find((tag) => tag.name === name)?.value;
  const list = (name: string): string[] | undefined =>
    value(name)
      ?.split(":")
      .map((word) => word.trim().toLowerCase())
      .filter(Boolean);
  const type = value("k") || "rsa";
  const data = value("p")?.replace(/\s+/g, "") ?? null;
  return {
    text,
    tags,
    faults: [
      ...faults,
      ...versionFaults(tags),
      ...(data === null ? [{ at: text.length, message: "p= is missing" }] : []),
    ],
    type,
    hashes: list("h") ?? null,
    services: list("s") ?? ["*"],
    flags: list("t") ?? [],
    data,
    key: data ? readKey(type, data) : null,
  };
}

/** The record to publish for a key, given as SubjectPublicKeyInfo in base64. */
export function writeDkimRecord(spki: string): string {
  const { type, data } = published(spki);
  return writeTagList([
    { name: "v", value: "DKIM1" },
    { name: "k", value: type },
    { name: "p", value: data },
  ]);
}

/** The version may be left out; otherwise it comes first and is exactly DKIM1 (RFC 6376 §3.6.1, v). */
function versionFaults(tags: readonly Tag[]): Fault[] {
  const at = tags.findIndex(({ name }) => name === "v");
  if (at < 0) return [];
  const version = tags[at]!;
  const faults: Fault[] = at === 0 ? [] : [{ at: version.at, message: "v= does not come first" }];
  if (version.value === "DKIM1") return faults;
  const escaped = version.value === "DKIM1\\" ? ", with a backslash that was meant for the zone file" : "";
  return [...faults, { at: version.at, message: `v= is "${version.value}"${escaped}, not DKIM1` }];
}

function readKey(type: string, data: string): ReadKey | null {
  if (type !== "rsa" && type !== "ed25519") return null;
  if (data.includes("-----")) return { ok: false, error: "it holds the BEGIN or END line of a PEM file" };
  const odd = /[^A-Za-z0-9+/=]/.exec(data)?.[0];
  const bytes = fromBase64(data);
  if (odd !== undefined || bytes === null)
    return { ok: false, error: odd === undefined ? "its base64 was cut off" : `it is no base64, for its "${odd}"` };
  return type === "rsa" ? readRsaKey(bytes) : readEd25519Key(bytes);
}
