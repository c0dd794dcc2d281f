import type { LiveOptions } from "../net/live.js";
import { held, notGathered } from "../net/held.js";
import { NetError, type Net } from "../net/net.js";
import { UsageError } from "../usage.js";
import { reasonOf } from "./complaint.js";
import type { Gathered } from "./judge.js";
import type { Shell } from "./shell.js";

/** How the outside is reached. */
export type NetOptions = LiveOptions;

/** The outside as the user wishes it. */
export interface Outside extends NetOptions {
  offline?: boolean;
  /** A record to answer from. */
  replay?: string;
  /** Keys of lists, by the zone of the list. */
  keys?: Readonly<Record<string, string>>;
  /** A file to keep everything in that is seen. */
  record?: string;
  /** What stands for files that are not on disk, by name, a char an octet: standard input. */
  files?: Readonly<Record<string, string>>;
}

/** The net of a command; without a network where that is wished. */
export async function openNet(outside: Outside, shell: Shell, local?: Gathered): Promise<Net> {
  const files = withFiles(await source(outside, shell), outside.files);
  const net = local ? held(files, local.local, local.name, local.gathered) : files;
  return outside.record === undefined ? net : recorded(net, outside.record);
}

function withFiles(net: Net, files: Outside["files"]): Net {
  if (!files) return net;
  return {
    ...net,
    async file(name, bound) {
      const octets = files[name];
      return octets === undefined ? net.file(name, bound) : { outcome: "read", octets, size: octets.length };
    },
  };
}

async function source(outside: Outside, shell: Shell): Promise<Net> {
  const { offline, replay, resolvers, ca, connectTo, allowPrivate } = outside;
  if (replay !== undefined) {
    const [{ replayNet }, { readLines }] = await Promise.all([import("../net/replay.js"), import("../load.js")]);
    const lines: string[] = [];
    for await (const line of readLines(replay)) lines.push(line);
    return replayNet(lines);
  }
  if (offline) return nowhere;
  const options = {
    ...(resolvers && { resolvers }),
    ...(ca !== undefined && { ca }),
    ...(connectTo && { connectTo }),
    ...(allowPrivate && { allowPrivate }),
  };
  return withKeys(shell.net ? shell.net(options) : (await import("../net/live.js")).liveNet(options), outside.keys);
}

/** The innermost net of all: what watches or records it sees no key. */
async function withKeys(net: Net, keys: Outside["keys"]): Promise<Net> {
  if (keys === undefined) return net;
  const [{ keyed }, { keyedZones }] = await Promise.all([import("../net/keyed.js"), import("../data/blocklist.js")]);
  return keyed(net, keyedZones(keys));
}

/** Written as it comes, so that a run that is killed leaves what it saw; for its owner alone, since it may be private. */
async function recorded(net: Net, file: string): Promise<Net> {
  const [{ recording }, { version }, { open }] = await Promise.all([
    import("../net/record.js"),
    import("../version.js"),
    import("node:fs/promises"),
  ]);
  const failed = (error: unknown): never => {
    throw new UsageError(`record not written: ${file}: ${reasonOf(error)}`);
  };
  const handle = await open(file, "w", 0o600).catch(failed);
  let writing = Promise.resolve();
  const write = (line: string): void => {
    writing = writing.then(() => handle.writeFile(`${line}\n`));
    writing.catch(() => {});
  };
  return {
    ...recording(net, write, { tool: `mailworthy ${version}` }),
    async close() {
      await net.close?.();
      await writing.then(() => handle.sync()).catch(failed);
      await handle.close();
    },
  };
}

const refuse = (): never => {
  throw new NetError("offline", "not asked: --offline", {
    because: { id: "offline", text: "this run asks nothing of the network", next: ["leave --offline out"] },
  });
};

const nowhere: Net = {
  dns: async () => refuse(),
  reach: async () => refuse(),
  smtp: async () => refuse(),
  https: async () => refuse(),
  file: async (name) => (await import("../net/file.js")).readFile(name),
  local: notGathered,
  now: () => Date.now(),
  about: () => ["offline"],
};
