import { absoluteName } from "./names.js";

/** What stands before and after the name of a zone in the name of its file. */
const before = /^(?:db|pri|master|zone)[._]/;
const after = /\.(?:zone|db|hosts|dns|bind|axfr|signed|txt)$/;

/** Endings that say what is in a file, and are no top-level domains that a zone would have its file named for. */
const kinds: ReadonlySet<string> = new Set(
  "bak bz2 cfg conf csv diff gz inc include ini jnl json key lock log md old orig private rej rev save sh swp tf tmp toml txt xz yaml yml".split(
    " ",
  ),
);

/** The zone that a file is named for, as `db.example.com`, `example.com.zone` or `example.com`; undefined if it is none. */
export function originOf(file: string): string | undefined {
  let name = file.slice(file.lastIndexOf("/") + 1).toLowerCase();
  while (after.test(name)) name = name.replace(after, "");
  name = name.replace(before, "").replace(/\.$/, "");
  const labels = name.split(".");
  const last = labels.at(-1)!;
  if (labels.length < 2 || !/^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(last) || kinds.has(last)) return undefined;
  // Of 2.0.192.in-addr.arpa a part may stand before a slash that no file name has (RFC 2317 §4).
  if (!labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/.test(label))) return undefined;
  return absoluteName(name, ".");
}
