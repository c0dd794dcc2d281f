import { Handover } from "./handover.js";
import { builtin } from "./builtin.js";
import { keyedZones, standardLists } from "./data/blocklist.js";
import { controlHosts } from "./data/controls.js";
import { readDomain } from "./domain.js";
import { keyed } from "./net/keyed.js";
import type { Net } from "./net/net.js";
import type { Plan, Planned } from "./plan.js";
import { type Plugin, type Registry, withPlugins } from "./plugin.js";
import { isProfile, type Preset, presetNamed } from "./preset.js";
import type { Reporter } from "./reporter.js";
import { hangsOn } from "./requirement.js";
import type { Report, Summary } from "./result.js";
import { run } from "./run.js";
import { type Choice, select } from "./select.js";
import type { Target } from "./target.js";

/** What a run is asked to do, by names. */
export interface Wish
  extends
    Omit<Choice, "presets">,
    Pick<Plan, "waivers" | "baseline" | "strict" | "together" | "timeout" | "totalTimeout"> {
  /** Names; `recommended` where left out. */
  preset?: readonly string[];
  /** Mail hosts that are certain to answer on port 25; those of large operators where left out. */
  controls?: readonly string[];
  /** Zones of the blocklists to ask; the curated ones where left out. */
  lists?: readonly string[];
  /** The way to the resolver is safe: its word on DNSSEC counts as if it came from this machine. */
  trustAd?: boolean;
}

/** An audit as a program asks for it. */
export interface AuditOptions extends Wish {
  targets: Iterable<string | Target> | AsyncIterable<string | Target>;
  /** Addresses of the resolvers to ask; those of this machine where left out. */
  resolvers?: readonly string[];
  /** Further roots to trust, PEM. */
  ca?: string;
  /** Keys of lists, by the zone of the list without one: `zen.spamhaus.org`. They show up nowhere. */
  keys?: Readonly<Record<string, string>>;
  plugins?: readonly Plugin[];
  reporters?: readonly Reporter[];
  /** In place of the network. */
  net?: Net;
  /** Ends the run early; what is not known by then is inconclusive. */
  signal?: AbortSignal;
}

/** Audits domains as the command line does, and gives everything back at once. Throws a UsageError where nothing can be judged. */
export async function audit(options: AuditOptions): Promise<{ summary: Summary; reports: Report[] }> {
  const reports: Report[] = [];
  const each = auditEach(options);
  for (;;) {
    const next = await each.next();
    if (next.done) return { summary: next.value, reports };
    reports.push(next.value);
  }
}

/**
 * Audits domains and gives each report when it is there, in the order of the targets; the summary is what the generator
 * returns. Nothing is kept, so very many domains need no more memory than a few; who takes their time holds the run up,
 * and who leaves the loop ends it. Throws a UsageError where nothing can be judged.
 */
export async function* auditEach(options: AuditOptions): AsyncGenerator<Report, Summary, void> {
  const registry = withPlugins(
    await builtin(),
    (options.plugins ?? []).map((plugin) => [plugin, `plugin ${plugin?.name}`]),
  );
  const plan = planFor(registry, options, sound(options.targets));
  const net = keyed(options.net ?? (await live(options)), keyedZones(options.keys ?? {}));
  const left = new AbortController();
  const stop = options.signal ? AbortSignal.any([options.signal, left.signal]) : left.signal;
  const reports = new Handover<Report>();
  const giver: Reporter = { report: (report) => reports.give(report) };
  const running = run(plan, net, [giver, ...(options.reporters ?? [])], stop).finally(() => reports.end());
  running.catch(() => {}); // thrown where it is waited for
  try {
    yield* reports;
    return await running;
  } finally {
    left.abort();
    reports.end();
    await running.catch(() => {});
    if (!options.net) await net.close?.();
  }
}

/** The plan that a wish comes to. */
export function planFor({ checks, presets }: Registry, wish: Wish, targets: Plan["targets"]): Plan {
  const { preset = ["recommended"], controls, lists, trustAd, checks: settings, only, skip, ...rest } = wish;
  const { waivers, baseline, strict, together, timeout, totalTimeout } = rest;
  const chosen = [...new Set(preset.map((name) => presetNamed(name, presets)))];
  const profiles = chosen.filter(isProfile);
  const selected = inSteps(
    select(checks, {
      presets: chosen,
      ...(settings && { checks: settings }),
      ...(only && { only }),
      ...(skip && { skip }),
    }),
    chosen,
  );
  return {
    checks: selected,
    ...(profiles.length > 0 && { profiles }),
    targets,
    here: {
      controls: controls ?? controlHosts.map(({ host }) => host),
      lists: (lists ?? standardLists).map(readDomain),
      ...(trustAd !== undefined && { trustAd }),
    },
    known: checks.map(({ id }) => id),
    ...(waivers && { waivers }),
    ...(baseline && { baseline }),
    ...(strict !== undefined && { strict }),
    ...(together !== undefined && { together }),
    ...(timeout !== undefined && { timeout }),
    ...(totalTimeout !== undefined && { totalTimeout }),
  };
}

/** Of a playbook alone, checks come in the order of its steps; those of the run itself stay first. */
function inSteps(checks: readonly Planned[], presets: readonly Preset[]): readonly Planned[] {
  const [playbook, ...others] = presets;
  if (!playbook || !isProfile(playbook) || !playbook.steps || others.length > 0) return checks;
  const step = ({ check }: Planned): number =>
    playbook.requirements.findIndex((requirement) => hangsOn(requirement, check.id));
  return checks.toSorted((a, b) => step(a) - step(b));
}

async function* sound(targets: AuditOptions["targets"]): AsyncGenerator<Target> {
  for await (const target of targets) {
    if (typeof target === "string") yield { domain: readDomain(target) };
    else yield target.domain === undefined ? target : { ...target, domain: readDomain(target.domain) };
  }
}

async function live({ resolvers, ca }: AuditOptions): Promise<Net> {
  const { liveNet } = await import("./net/live.js");
  return liveNet({ ...(resolvers && { resolvers }), ...(ca !== undefined && { ca }) });
}
