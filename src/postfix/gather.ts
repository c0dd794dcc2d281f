import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { PostfixSeen } from "../facts/postfix/seen.js";
import { runCommand } from "../net/command.js";
import { UsageError } from "../usage.js";
import { authServers } from "./auth.js";
import { pairsOf } from "./certificates.js";
import { configurationOf } from "./configuration.js";
import { type Files, filesOf } from "./files.js";
import { listsOf } from "./lists.js";
import { lookedUp } from "./lookup.js";
import { thisMachine } from "./machine.js";
import { installedRelease, toldByPostconf } from "./postconf.js";
import { tablesOf } from "./tables.js";

export interface Wanted {
  /** A copy of /etc/postfix, or of a file system that holds one; this machine's own where left out. */
  copy?: string;
  /** The copy as the user calls it. */
  shown?: string;
  /** The release that a copy is of. */
  release?: string;
  /** An address to look up in the tables. */
  address?: string;
}

/**
 * Looks at a Postfix and changes nothing: the one of this machine by its own tools, or a copy of another's files.
 * Throws a UsageError where there is none.
 */
export async function gatherPostfix({ copy, shown, release, address }: Wanted, run = runCommand): Promise<PostfixSeen> {
  const [seen, files] = copy === undefined ? await here(run) : await copied(copy, shown ?? copy, release);
  const [pairs, auth, tables, lists, machine, lookup] = await Promise.all([
    pairsOf(seen, files),
    authServers(seen),
    tablesOf(seen, files),
    listsOf(seen, files),
    seen.live ? thisMachine(seen) : null,
    address === undefined ? null : lookedUp(seen, address, run),
  ]);
  return { ...seen, pairs, auth, tables, lists, machine, lookup };
}

async function here(run: typeof runCommand): Promise<[PostfixSeen, Files]> {
  const release = await installedRelease(run);
  if (release === undefined)
    throw new UsageError(
      "this machine has no Postfix: postconf is not found.",
      "of another machine's files: mailworthy postfix DIR",
    );
  const files = filesOf({ folder: "/etc/postfix", live: true });
  return [await toldByPostconf("/etc/postfix", release, files, run), files];
}

async function copied(copy: string, shown: string, release: string | undefined): Promise<[PostfixSeen, Files]> {
  const within = resolve(copy, "etc/postfix");
  const [isFolder, isRoot] = await Promise.all([hasMain(copy), hasMain(within)]);
  if (!isFolder && !isRoot)
    throw new UsageError(
      `${shown} holds no main.cf, nor does ${join(shown, "etc/postfix")}.`,
      "name a copy of /etc/postfix",
    );
  const folder = isFolder ? resolve(copy) : within;
  const files = filesOf({ folder, live: false, ...(!isFolder && { root: resolve(copy) }) });
  const [main, master] = await Promise.all(["main.cf", "master.cf"].map((name) => files.read(`/etc/postfix/${name}`)));
  if (main!.state !== "read")
    throw new UsageError(
      `${join(folder, "main.cf")} cannot be read${main!.problem === undefined ? "" : `: ${main!.problem}`}.`,
    );
  const text = (octets: string): string => Buffer.from(octets, "latin1").toString("utf8");
  const seen = configurationOf({
    folder: shown,
    main: text(main!.octets),
    ...(master!.state === "read" && { master: text(master!.octets) }),
    release: release ?? null,
  });
  return [{ ...seen, master: master!.state }, files];
}

const hasMain = (folder: string): Promise<boolean> =>
  stat(join(folder, "main.cf")).then(
    (found) => found.isFile(),
    () => false,
  );
