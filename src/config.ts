import { z } from "zod";
import { listOfKeyIn } from "./data/blocklist.js";
import { readSelector, readSender } from "./declared.js";
import { readDomain } from "./domain.js";
import { durationForm } from "./duration.js";
import type { Document } from "./load.js";
import { nearest } from "./nearest.js";
import type { Registry } from "./plugin.js";
import { namesOfPresets } from "./preset.js";
import type { Setting } from "./select.js";
import { type Problem, problemsIn } from "./usage.js";
import { ended, matches } from "./waiver.js";

/** Problems of one file that are printed. */
const most = 10;

const said = (test: (text: string) => void) =>
  z.string().check(({ value, issues }) => {
    try {
      test(value);
    } catch (error) {
      issues.push({ code: "custom", input: value, message: (error as Error).message });
    }
  });

const domain = said(readDomain);
const list = said(readDomain).refine((zone) => !listOfKeyIn(zone), {
  error: "a key of the list; it stands in the environment, as in MAILWORTHY_DQS_KEY, and the list without it here",
});
const duration = z.string().regex(durationForm, { error: "write 30s, 5m or 2d" });
const role = z.enum(["sends", "receives", "parked"]);
const roles = z
  .union([role, z.literal("inferred"), z.array(role).min(1)], { error: "sends, receives, parked or inferred" })
  .describe("What the domain does with mail; inferred from its records where left out");
const sender = said(readSender);
const selector = said(readSelector);

const target = z
  .strictObject({
    domain: domain.optional(),
    file: z.string().optional().describe("A list of domains, one a line, # for comments; instead of domain"),
    message: z.string().optional().describe("A file that holds a message; instead of domain"),
    role: roles.optional(),
    selectors: z.array(selector).optional().describe("DKIM selectors in use"),
    senders: z.array(sender).optional().describe("Addresses that send; spf and mx add those that they name"),
    mailFrom: z.array(domain).optional().describe("Domains in MAIL FROM of what is sent, such as one for bounces"),
    signing: z.array(domain).optional().describe("Domains in d= of its DKIM signatures, where not the domain itself"),
    hosts: z.array(domain).optional().describe("Mail hosts to look at instead of those of the MX records"),
    ports: z.array(z.int().min(1).max(65_535)).optional().describe("Ports to try on each mail host"),
    keys: z.record(selector, z.string()).optional().describe("By selector, a PEM file with the key that DNS must hold"),
    tags: z.array(z.string()).optional(),
  })
  .refine(({ domain, file, message }) => [domain, file, message].filter((one) => one !== undefined).length === 1, {
    error: "one of domain, file and message",
  })
  .refine((one) => one.message === undefined || Object.keys(one).every((key) => key === "message" || key === "tags"), {
    error: "only tags may stand beside message",
  });

const level = z.enum(["warn", "fail"]);
const setting = z.union([z.enum(["on", "off", "warn", "fail"]), z.looseObject({ level: level.optional() })], {
  error: "on, off, warn, fail, or a map with level and options",
});

const names = (what: string) => z.union([z.string(), z.array(z.string())], { error: `${what}, or a list of them` });

const waiver = z.strictObject({
  check: z.string().describe("A check id, or a glob over ids"),
  on: z.string().optional().describe("The domain or subject it holds for; a glob too"),
  reason: z.string().min(1, { error: "say why" }),
  until: z.iso.date({ error: "a day: 2027-01-31" }).describe("The last day it holds"),
});

/** The configuration. Everything may be left out; flags and the environment outweigh it. */
const schema = z.strictObject({
  $schema: z.string().optional(),
  targets: z.array(target).optional().describe("What is audited where the command line names nothing"),
  preset: names("a preset").optional(),
  checks: z.record(z.string(), setting).optional().describe("By id or glob: level, or level and options"),
  waivers: z.array(waiver).optional().describe("Findings that are known and borne for a time"),
  resolver: names("an address").optional().describe("Addresses of the resolvers to ask"),
  reports: names("a path")
    .optional()
    .describe("Files and folders of DMARC reports and signed messages: selectors and senders where none is declared"),
  reporters: z.array(z.string()).optional().describe("NAME or NAME:FILE"),
  plugins: z.array(z.string()).optional().describe("Paths or packages"),
  strict: z.boolean().optional().describe("Warnings count as failures"),
  limits: z
    .strictObject({
      together: z.int().min(1).max(1_000).optional().describe("Targets at once"),
      target: duration.optional().describe("Time for one target"),
      run: duration.optional().describe("Time for the whole run"),
    })
    .optional(),
  controls: z.array(domain).optional().describe("Mail hosts that are certain to answer on port 25"),
  trustAd: z
    .boolean()
    .optional()
    .describe("The way to the resolver is safe, so its word on DNSSEC is believed as if it came from this machine"),
  lists: z.array(list).optional().describe("Zones of the blocklists to ask"),
  ca: z.string().optional().describe("A PEM file with further trusted roots"),
  connectTo: z
    .record(z.string(), z.string())
    .optional()
    .describe("Where addresses really are: connections to the left, address:port, go to the right"),
});

/** What a configuration file may hold. */
export type Config = z.input<typeof schema>;

export const defineConfig = (config: Config): Config => config;

/**
 * Whether the document is a configuration for what the registry has. All that is wrong is told at once; an ended waiver
 * is only remarked on, since its finding says so too.
 */
export function readConfig(document: Document, registry: Registry, now: Date): { config: Config; remarks: Problem[] } {
  const parsed = schema.safeParse(document.value);
  const problems = [
    ...(parsed.error?.issues ?? []).flatMap((issue) => told(issue, document)),
    ...unknownNames(document, registry),
  ];
  if (problems.length > 0) throw problemsIn(first(problems));
  const config = parsed.data!;
  return { config, remarks: endedWaivers(config, document, now) };
}

/** The plugins a document names, so that they can be loaded before it is judged. */
export function pluginsOf({ value }: Document): string[] {
  return z.object({ plugins: z.array(z.string()) }).safeParse(value).data?.plugins ?? [];
}

/** As JSON Schema, for editors. */
export const jsonSchema = (): object => z.toJSONSchema(schema, { io: "input" });

const first = (problems: readonly Problem[]): Problem[] => {
  const ordered = [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  const left = ordered.length - most;
  return left > 0 ? [...ordered.slice(0, most), { file: ordered[0]!.file, text: `and ${left} more.` }] : ordered;
};

type Issue = z.core.$ZodIssue;

function told(issue: Issue, { file, place }: Document): Problem[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const at = { file, ...place([...issue.path, key], "key") };
      if (key === "inconclusive") return { ...at, ...neverPasses };
      const meant = nearest(key, keysAt(issue.path));
      return { ...at, text: `no setting "${key}".`, ...(meant && { hint: `did you mean ${meant}?` }) };
    });
  }
  const where = issue.path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  const why = issue.message.replace(/^Invalid (?:input|option): /, "");
  return [
    { file, ...place(issue.path), text: `${where.slice(1) || "the configuration"}: ${why.replace(/\.?$/, ".")}` },
  ];
}

const neverPasses = {
  text: '"inconclusive: pass" is not allowed.',
  note: "What could not be measured cannot pass. To leave a check out: skip it.",
};

/** The settings that may stand at a path. */
function keysAt([top]: readonly PropertyKey[]): string[] {
  const shape = { targets: target, waivers: waiver, limits: schema.shape.limits.unwrap() }[String(top)] ?? schema;
  return Object.keys(shape.shape);
}

/** Ids, presets and reporters that are not there; looked for also where the rest of the file is wrong. */
function unknownNames({ file, value, place }: Document, { checks, presets, reporters }: Registry): Problem[] {
  const { checks: settings, preset, reporters: outs, waivers } = loose.safeParse(value).data ?? {};
  const ids = checks.map(({ id }) => id);
  const missing = (what: string, name: string, known: readonly string[], at: object): Problem => {
    const meant = nearest(name, known);
    return { file, ...at, text: `no ${what} "${name}".`, ...(meant && { hint: `did you mean ${meant}?` }) };
  };
  const isThere = (glob: string): boolean => ids.some((id) => matches(glob, id));

  const ofChecks = Object.entries(settings ?? {}).flatMap(([glob, wanted]): Problem[] => {
    const at = { file, ...place(["checks", glob], "key") };
    if (!isThere(glob)) return [missing("check", glob, ids, at)];
    if (typeof wanted !== "object" || wanted === null) return [];
    const { level: _, inconclusive, ...options } = wanted as Record<string, unknown>;
    if (inconclusive !== undefined)
      return [{ file, ...place(["checks", glob, "inconclusive"], "key"), ...neverPasses }];
    if (Object.keys(options).length === 0) return [];
    const check = checks.find(({ id }) => id === glob);
    if (!check) return [{ ...at, text: `"${glob}" is a glob; options go with one check.` }];
    if (!check.options) return [{ ...at, text: `${glob} has no options.` }];
    const wrong = check.options.safeParse(options).error as z.ZodError | undefined;
    return (wrong?.issues ?? []).flatMap((issue) =>
      told({ ...issue, path: ["checks", glob, ...issue.path] }, { file, place } as Document),
    );
  });
  const presetNames = namesOfPresets(presets);
  const ofPresets = [preset ?? []].flat().flatMap((name, at) => {
    const path = Array.isArray(preset) ? ["preset", at] : ["preset"];
    return presetNames.includes(name) ? [] : [missing("preset", name, presetNames, place(path))];
  });
  const reporterNames = reporters.map(({ name }) => name);
  const ofReporters = (outs ?? []).flatMap((spec, at) => {
    const name = spec.split(":", 1)[0]!;
    return reporterNames.includes(name) ? [] : [missing("reporter", name, reporterNames, place(["reporters", at]))];
  });
  const ofWaivers = (waivers ?? []).flatMap(({ check }, at) =>
    check === undefined || isThere(check) ? [] : [missing("check", check, ids, place(["waivers", at, "check"]))],
  );
  return [...ofChecks, ...ofPresets, ...ofReporters, ...ofWaivers];
}

/** The parts of a file that name something, whatever else is wrong with it. */
const loose = z.object({
  checks: z.record(z.string(), z.unknown()).optional().catch(undefined),
  preset: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
  reporters: z.array(z.string()).optional().catch(undefined),
  waivers: z
    .array(z.looseObject({ check: z.string().optional() }))
    .optional()
    .catch(undefined),
});

function endedWaivers({ waivers = [] }: Config, { file, place }: Document, now: Date): Problem[] {
  return waivers.flatMap((one, at) => {
    if (!ended(one.until, now)) return [];
    return [
      {
        file,
        ...place(["waivers", at, "until"]),
        text: `this waiver ended on ${one.until}.`,
        note:
          `${one.check} on ${one.on ?? "every domain"} counts again. Fix it or set a new date and reason. ` +
          "(reported as a finding, mailworthy/waiver-ended; the run goes on)",
      },
    ];
  });
}

/** Settings of checks, as the runner's choice takes them. */
export const settingsOf = ({ checks = {} }: Config): Record<string, Setting> => checks as Record<string, Setting>;
