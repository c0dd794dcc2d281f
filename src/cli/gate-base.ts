import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { bounds } from "../bounds.js";
import { type Ran, runCommand } from "../net/command.js";
import { UsageError } from "../usage.js";
import { openZones, type Wanted } from "../zones/open.js";
import type { Base } from "../gate/pair.js";
import type { Shell } from "./shell.js";

/** The base that a build server names, as a ref or a commit, where this is one. */
export function baseIn({ env }: Pick<Shell, "env">): string | undefined {
  const github = env["GITHUB_BASE_REF"];
  return github ? `origin/${github}` : env["CI_MERGE_REQUEST_DIFF_BASE_SHA"] || undefined;
}

/**
 * What a proposal is compared with: `live`, a file or a folder, or what git has of the same files where the branch left
 * `ref`, so that what others changed there since is not taken for a part of the proposal.
 */
export async function baseOf(word: string, wanted: Wanted, shell: Shell): Promise<Base> {
  if (word === "live") return "live";
  if (word === "nothing") return "nothing";
  if (existsSync(resolve(shell.cwd, word))) {
    const { zones } = await openZones({ ...wanted, paths: [word], folder: shell.cwd });
    return { zones, called: word };
  }
  return fromGit(word, wanted, shell);
}

async function fromGit(ref: string, wanted: Wanted, shell: Shell): Promise<Base> {
  const { cwd } = shell;
  if (ref.startsWith("-")) throw new UsageError(`${ref} is no ref.`, "name a branch, a commit or a file");
  if (wanted.paths.includes("-"))
    throw new UsageError("git has nothing of standard input.", "name the file, or give what is there now: --base FILE");
  const git = async (...args: string[]): Promise<string> => {
    const ran: Ran = await runCommand("git", ["-c", "core.quotepath=off", "-C", cwd, ...args], how);
    if (ran.outcome === "missing") throw new UsageError("git is not there.", "name a file or a folder: --base FILE");
    if (ran.code === 0) return ran.stdout;
    const [why = ""] = ran.stderr.replace(/^fatal: /, "").split("\n");
    throw new UsageError(`--base ${ref}: git says: ${why}`, "name a branch, a commit, a file, or live");
  };
  const commit = (await git("merge-base", ref, "HEAD")).trim();
  const top = await realpath((await git("rev-parse", "--show-toplevel")).trim());
  const here = await realpath(cwd);
  const folder = await mkdtemp(join(tmpdir(), "mailworthy-base-"));
  try {
    const paths: string[] = [];
    for (const path of wanted.paths) {
      const inside = relative(top, resolve(here, path));
      if (inside.startsWith(`..${sep}`)) throw new UsageError(`${path} is not in the repository of ${top}.`);
      const listing = await git("ls-tree", "-r", "-z", "--full-tree", commit, "--", inside || ".");
      const files = listing.split("\0").filter(Boolean);
      if (files.length === 0) continue; // It is new.
      if (files.length > bounds.reports.entries) throw new UsageError(`${path} had ${files.length} files; too many.`);
      paths.push(path);
      for (const line of files) {
        const [head = "", name = ""] = line.split("\t");
        // A link could lead anywhere.
        if (!head.startsWith("100")) continue;
        const to = resolve(folder, relative(here, resolve(top, name)));
        if (relative(folder, to).startsWith(".."))
          throw new UsageError(`${name} lies outside of ${here}.`, "run it in the top folder");
        await mkdir(dirname(to), { recursive: true });
        await writeFile(to, await git("show", `${commit}:${name}`), "utf8");
      }
    }
    const called = `${ref} at ${commit.slice(0, 7)}`;
    if (paths.length === 0) return { zones: [], called, same: true };
    const { zones } = await openZones({ ...wanted, paths, folder });
    return { zones, called, same: true };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Milliseconds and octets of one call of git. */
const how = { time: 30_000, most: bounds.zones.file };
