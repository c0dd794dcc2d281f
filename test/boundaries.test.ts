import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";

/**
 * Who may import whom, by folder; `src` stands for the files directly in it. A folder may always import itself and what
 * is below it. `type:` allows types only. The first folder that holds a file is the one that counts.
 */
const may: Record<string, string[]> = {
  checks: ["mailworthy"],
  reporters: ["mailworthy"],
  examples: ["mailworthy", "mailworthy/testing", "node:"],
  "src/syntax": ["pkg:ipaddr.js"],
  "src/data": ["type:src", "type:src/net", "type:src/syntax"],
  "src/bounce": ["node:", "src/bounds", "src/syntax", "src/data", "src/reports/files", "src/reports/mbox"],
  "src/net": ["node:", "src/bounds", "src/usage", "src/syntax", "type:src", "pkg:p-limit", "pkg:ipaddr.js"],
  "src/facts": [
    "src/fact",
    "src/bounds",
    "src/exhibit",
    "src/syntax",
    "src/data",
    "src/net/net",
    "type:src",
    "type:src/queue",
    "type:src/log",
    "pkg:ipaddr.js",
    "type:src/zones",
  ],
  "src/postfix": [
    "node:",
    "src/bounds",
    "src/usage",
    "src/syntax",
    "src/data",
    "src/net",
    "src/facts/postfix/values",
    "type:src/facts/postfix",
  ],
  "src/log": ["node:", "src/bounds", "src/usage", "src/queue/cause"],
  "src/queue": ["node:", "src", "src/bounce", "src/data", "src/net", "src/syntax"],
  "src/reports": ["node:", "src/bounds", "src/syntax", "src/data", "type:src"],
  "src/sink": ["node:", "src/bounds", "src/syntax"],
  "src/probe": [
    "node:",
    "src/bounds",
    "src/syntax",
    "src/data",
    "src/net",
    "src/bounce/reason",
    "src/bounce/reply",
    "pkg:nodemailer",
  ],
  "src/spf": ["src", "src/facts", "src/net/net", "src/net/overlay", "src/syntax"],
  "src/zones": [
    "src/bounds",
    "src/usage",
    "src/syntax",
    "src/net/dns",
    "src/net/net",
    "src/net/zone-names",
    "type:src/finding",
  ],
  "src/dmarc": ["src", "src/facts", "src/net/net", "src/syntax"],
  "src/view": ["src", "src/data", "src/syntax"],
  "src/testing": ["node:", "src", "src/net", "src/syntax", "src/data", "src/gate", "src/zones"],
  "src/gate": ["src", "src/net", "src/syntax", "src/zones", "src/facts"],
  "src/lab": ["node:", "src", "src/net", "src/syntax", "src/data", "src/testing", "pkg:dns2", "pkg:node-forge"],
  "src/cli": [
    "node:",
    "src/gate",
    "src/zones",
    "src",
    "src/bounce",
    "src/net",
    "src/lab",
    "src/data",
    "src/sink",
    "src/spf",
    "src/dmarc",
    "src/postfix",
    "type:src/facts/postfix",
    "src/queue",
    "src/log",
    "src/probe",
    "src/syntax",
    "src/reports",
    "src/view",
    "checks",
    "reporters",
    "pkg:@stricli/core",
  ],
  src: ["src/net/net", "src/facts", "src/syntax", "src/data", "type:src/view", "type:pkg:zod"],
};

/** Files that are the seam between the tool and the machine, or that bind a folder which nothing else may. */
const also: Record<string, string[]> = {
  "src/config.ts": ["pkg:zod"],
  "src/cli/baseline-file.ts": ["pkg:zod"],
  "src/load.ts": ["node:", "pkg:yaml"],
  "src/data/public-suffixes.ts": ["pkg:tldts", "src/syntax"],
  "src/syntax/xml-sections.ts": ["pkg:saxes"],
  "src/zones/octodns-yaml.ts": ["pkg:yaml", "node:"],
  "src/zones/octodns-files.ts": ["node:"],
  "src/zones/octodns-config.ts": ["node:"],
  "src/zones/octodns-record.ts": ["src/idna"],
  "src/zones/open.ts": ["node:", "src/nearest", "src/reports/files"],
  "src/zones/disk.ts": ["node:", "src/reports/files"],
  "src/zones/yaml.ts": ["pkg:yaml"],
  "src/reports/zip.ts": ["pkg:yauzl"],
  "src/reports/mail.ts": ["pkg:postal-mime"],
  "src/idna.ts": ["node:"],
  "reporters/mail.ts": ["pkg:nodemailer"],
  "src/cli/posted.ts": ["pkg:nodemailer"],
  "src/view/problem.ts": ["node:"],
  "src/targets.ts": ["node:"],
  "src/builtin.ts": ["checks", "reporters"],
  "src/audit.ts": ["src/net"],
  "src/facts/dnssec/signature-verification.ts": ["pkg:mailauth"],
  "src/facts/message/parts.ts": ["pkg:postal-mime"],
  "src/index.ts": ["pkg:zod", "src/net", "src/view", "src/zones"],
};

const folders = Object.keys(may).sort((a, b) => b.length - a.length);
const folderOf = (file: string): string => folders.find((folder) => file.startsWith(`${folder}/`))!;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));
}

const imports =
  /^\s*(?:import|export)\s+(type\s)?[^;"']*?from\s+["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']|^import\s+["']([^"']+)["']/gm;

function strays(file: string): string[] {
  const home = folderOf(file);
  const allowed = [...may[home]!, ...(also[file] ?? [])];
  const found = readFileSync(file, "utf8").matchAll(imports);
  return [...found].flatMap(([, type, from, later, bare]) => {
    const to = destination(file, (from ?? later ?? bare)!);
    const words = [to, ...parents(to)];
    if (words.includes(home) && home !== "src") return [];
    if (home === "src" && folderOf(`${to}.ts`) === "src") return [];
    const fits = words.some((word) => allowed.includes(word) || (type && allowed.includes(`type:${word}`)));
    return fits ? [] : [`${file} imports ${to}`];
  });
}

/** A module as the table names it: a path without its ending, `node:`, the package itself, or `pkg:NAME`. */
function destination(file: string, from: string): string {
  if (from.startsWith("node:")) return "node:";
  if (from.startsWith(".")) return relative(".", normalize(join(dirname(file), from))).replace(/\.(js|json)$/, "");
  return from === "mailworthy" || from.startsWith("mailworthy/")
    ? from
    : `pkg:${from
        .split("/")
        .slice(0, from.startsWith("@") ? 2 : 1)
        .join("/")}`;
}

/** The folders a path is in; a file directly in `src` is in `src`, one deeper is not. */
function parents(path: string): string[] {
  const folder = dirname(path);
  if (folder === ".") return [];
  return folder === "src" ? ["src"] : [folder, ...parents(folder).filter((above) => above !== "src")];
}

describe("who may import whom", () => {
  it.each(folders)("%s", (folder) => {
    const files = filesBelow(folder).filter((file) => folderOf(file) === folder);
    expect(files.flatMap(strays)).toEqual([]);
  });

  it("catches a stray import", () => {
    expect(destination("checks/spf/present.ts", "node:dns")).toBe("node:");
    expect(parents("src/net/dns/client")).toEqual(["src/net/dns", "src/net"]);
  });
});
