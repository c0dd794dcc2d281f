import { notGathered } from "../net/held.js";
import { NetError, type Answer, type Net, type RecordType } from "../net/net.js";
import { converse } from "../net/smtp/session.js";
import { dialogue } from "./dialogue.js";
import { pageFrom } from "./page.js";
import { zone } from "./zone.js";

/** A world without a network: DNS from zone text, SMTP from transcripts, HTTPS from bodies, time standing still. */
export interface World {
  zone?: string;
  /** Transcripts by `host:port` or `ip:port`; with `/legacy` or `/permissive` behind it, for that offer of TLS. */
  smtp?: Record<string, string>;
  /** Ports by `host:port` or `ip:port`; what has a transcript is open. Others do not answer. */
  ports?: Record<string, "open" | "refused" | "timeout">;
  /** Answers by URL: a body, or a head and a body, or `!404`, `!refused`, `!timeout`; see `pageFrom`. */
  https?: Record<string, string>;
  /** Files by name, one char an octet. */
  files?: Record<string, string>;
  /** What was gathered of the target where that is a queue, a log or a configuration. */
  local?: unknown;
  /** ISO 8601; 2026-01-01 where left out. */
  now?: string;
}

/** The net of a world. Where a client strays from a transcript, `report` hears of it, whatever the check makes of it. */
export function worldNet(world: World, report: (error: Error) => void = () => {}): Net {
  const answer = zone(world.zone ?? "");
  const now = Date.parse(world.now ?? "2026-01-01");
  return {
    dns: (name, type, how) => answer(name, type as RecordType, how) as Promise<Answer<typeof type>>,
    async reach({ host, ip, port }) {
      const at = [`${host}:${port}`, `${ip}:${port}`];
      const state = at
        .map((key) => world.ports?.[key] ?? (world.smtp?.[key] !== undefined ? opening(world.smtp[key]) : undefined))
        .find(Boolean);
      if (state === "open" || state === "refused") return { outcome: state, took: 1 };
      throw silent(host, ip, port);
    },
    async smtp(place) {
      const { host, ip, port, offer = "default" } = place;
      const suffix = offer === "default" ? "" : `/${offer}`;
      const script = world.smtp?.[`${host}:${port}${suffix}`] ?? world.smtp?.[`${ip}:${port}${suffix}`];
      if (script === undefined || script.trim() === "!timeout") throw silent(host, ip, port);
      const opened = dialogue(script, report)();
      if ("refused" in opened) return { host, ip, port, outcome: "refused", steps: [] };
      return converse(opened.wire, place);
    },
    https: async (url) => pageFrom(world.https?.[url], url, now),
    async file(name) {
      const octets = world.files?.[name];
      return octets === undefined ? { outcome: "missing" } : { outcome: "read", octets, size: octets.length };
    },
    local: async (kind, name) => world.local ?? notGathered(kind, name),
    now: () => now,
    about: () => ["a world made of text"],
  };
}

const opening = (script: string): "open" | "refused" | "timeout" =>
  (/^\s*!(refused|timeout)/.exec(script)?.[1] as "refused" | undefined) ?? "open";

const silent = (host: string, ip: string, port: number): NetError =>
  new NetError("timeout", `no answer from ${host} [${ip}]:${port}`, {
    because: { id: `tcp ${ip}:${port}`, text: `${host} [${ip}]:${port} does not answer` },
  });
