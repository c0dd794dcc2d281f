import type { Change } from "../change.js";
import type { DomainTarget } from "../target.js";
import { UsageError } from "../usage.js";
import { defineCommand } from "./command.js";
import { asking, type Flags, judging, reporting } from "./flags.js";
import type { Settings } from "./settings.js";

const { list: _, ...judged } = judging;
const proposal = "The proposal";
const compared = "What it is compared with";
const closes = "What closes the gate";

const states = [
  "new",
  "worsened",
  "unchanged",
  "improved",
  "unsuppressed",
  "external",
  "unknown",
] as const satisfies readonly Change[];

const flags = {
  format: {
    short: "f",
    value: "NAME",
    group: proposal,
    help: "bind, octodns, dnscontrol, route53, ...; default: told from the content",
  },
  zone: {
    short: "z",
    value: "NAME",
    group: proposal,
    help: "the zone's name, where the file does not say; else only this one",
  },
  view: { value: "NAME", group: proposal, help: "of a zone with several views" },
  target: { value: "NAME", group: proposal, help: "of records for several providers, those for this one" },
  "include-root": { value: "DIR", complete: "files", group: proposal, help: "files that are included lie in here" },
  untrusted: {
    group: proposal,
    help: "it is a stranger's: --offline, and no configuration that is code, no plugin",
  },
  partial: { group: proposal, help: "it is not the whole zone; what is not in it may be elsewhere" },
  base: {
    short: "b",
    value: "REF|FILE|live",
    group: compared,
    help: "default: the merge base in CI, else live; nothing: all that is wrong counts as new",
  },
  "fail-on": {
    value: "STATES",
    many: ",",
    choices: states,
    group: closes,
    help: "default: new,worsened,unsuppressed",
  },
  unknown: {
    value: "pass|warn|fail",
    choices: ["pass", "warn", "fail"],
    group: closes,
    help: "what the change makes unknown; default: warn, which exits 3",
  },
  ...judged,
  ...asking,
  ...reporting,
} as const satisfies Flags;

export default defineCommand({
  name: "gate",
  about: "judge DNS changes before they are live",
  usage: [
    ["gate FILE...", "zone files, octoDNS, DNSControl, plans and exports of providers"],
    ["gate DIR", "a folder of them"],
    ["gate -", "read the proposal from standard input"],
  ],
  flags,
  words: { placeholder: "FILE", least: 1 },
  exits: ["0 open   1 closed   2 not run   3 open, but something is unknown"],
  examples: [
    "mailworthy gate example.com.zone --base live",
    "mailworthy gate zones/ --base main -r sarif:gate.sarif",
    "mailworthy gate - --zone example.com --offline < example.com.zone",
  ],
  async run(shell, given, paths) {
    const [{ settle }, { judge }, { openZones }, { baseIn, baseOf }, { pairOf }, { gate }, { gateScreen }] =
      await Promise.all([
        import("./settings.js"),
        import("./judge.js"),
        import("../zones/open.js"),
        import("./gate-base.js"),
        import("../gate/pair.js"),
        import("../gate/gate.js"),
        import("./gate-screen.js"),
      ]);
    const settings = await settle(
      {
        ...given,
        ...(!given.preset?.length && { preset: ["gate"] }),
        ...(given.untrusted && { offline: true }),
      },
      shell,
    );
    const wanted = {
      paths,
      folder: shell.cwd,
      ...(given.format !== undefined && { from: given.format }),
      ...(given.zone !== undefined && { zone: given.zone }),
      ...(given.view !== undefined && { view: given.view }),
      ...(given.target !== undefined && { target: given.target }),
      ...(given["include-root"] !== undefined && { includeRoot: given["include-root"] }),
      ...(paths.includes("-") && {
        stdin: Buffer.from(await (await import("./messages.js")).wholeInput(shell), "latin1"),
      }),
    };
    const opened = await openZones(wanted);
    const zones = given.partial
      ? opened.zones.map((zone) => ({ ...zone, completeness: "partial" as const }))
      : opened.zones;
    const views = zones.filter(({ origin }, at) => zones.findIndex((other) => other.origin === origin) !== at);
    if (views[0]) throw new UsageError(`the zone ${views[0].origin} has several views.`, "choose one: --view NAME");
    const { offline } = settings.net;
    const word = given.base ?? baseIn(shell) ?? (offline ? "nothing" : "live");
    if (word === "live" && offline)
      throw new UsageError("--offline and --base live contradict each other.", "name a ref or a file: --base main");
    const base = await baseOf(word, wanted, shell);
    const declared = await declaredIn(settings);
    const closing = {
      failOn: given["fail-on"]?.length
        ? (given["fail-on"] as Change[])
        : (["new", "worsened", "unsuppressed"] as const),
      unknown: given.unknown ?? ("warn" as const),
      strict: settings.wish.strict ?? false,
    };
    const { registry } = settings;
    const shown = registry.reporters.map((format) => (format.name === "text" ? gateScreen : format));
    return judge(
      { targets: none() },
      { ...settings, registry: { ...registry, reporters: shown } },
      given,
      shell,
      undefined,
      async (plan, net, reporters, stop) =>
        gate(plan, await pairOf(zones, base, net), declared, closing, net, reporters, stop),
    );
  },
});

/** What the configuration says of domains: their roles, senders and selectors. */
async function declaredIn({ config, folder }: Pick<Settings, "config" | "folder">): Promise<Map<string, DomainTarget>> {
  const found = new Map<string, DomainTarget>();
  if (!config.targets) return found;
  const { readTargets } = await import("../targets.js");
  for await (const target of (await readTargets(config.targets, folder)).targets)
    if (target.domain !== undefined) found.set(target.domain, target);
  return found;
}

async function* none(): AsyncGenerator<never> {}
