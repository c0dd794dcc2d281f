import { readFile, statfs } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { bounds } from "../bounds.js";
import type { PostfixMachine, PostfixSeen } from "../facts/postfix/seen.js";
import { effective } from "../facts/postfix/values.js";
import { runCommand } from "../net/command.js";
import { systemResolvers } from "../net/resolvers.js";
import { canonical } from "../syntax/address.js";
import { listeningIn } from "../syntax/proc-net-tcp.js";

/** What can be seen of this machine, as far as it concerns its Postfix. */
export async function thisMachine(seen: PostfixSeen): Promise<PostfixMachine> {
  const [running, listening, disk] = await Promise.all([isRunning(seen.folder), listeners(), diskOf(seen)]);
  const own = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  return {
    running,
    listening,
    addresses: own.filter(({ internal, scopeid }) => !internal && !scopeid).map(({ address }) => canonical(address)),
    resolvers: systemResolvers().map(({ ip }) => ip),
    disk,
  };
}

/** Whether its master runs. Only root may ask; the answer is the exit code, and goes to the log too. */
async function isRunning(folder: string): Promise<boolean | null> {
  if (process.getuid?.() !== 0) return null;
  const ran = await runCommand("postfix", ["-c", folder, "status"], {
    time: bounds.postfix.time,
    most: bounds.postfix.printed,
  }).catch(() => undefined);
  if (ran?.outcome !== "ran") return null;
  return ran.code === 0 ? true : /not running/.test(ran.stderr) || ran.code === 1 ? false : null;
}

async function listeners(): Promise<PostfixMachine["listening"]> {
  const found: { ip: string; port: number }[] = [];
  for (const name of ["/proc/net/tcp", "/proc/net/tcp6"]) {
    const text = await readFile(name, "latin1").catch(() => undefined);
    if (text !== undefined) found.push(...listeningIn(text));
    else if (name === "/proc/net/tcp") return null;
  }
  return found;
}

async function diskOf(seen: PostfixSeen): Promise<PostfixMachine["disk"]> {
  try {
    const { bavail, blocks, bsize } = await statfs(effective(seen, "queue_directory"));
    return { free: bavail * bsize, size: blocks * bsize };
  } catch {
    return null;
  }
}
