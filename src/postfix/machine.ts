import { readFile, statfs } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import type { PostfixMachine, PostfixSeen } from "../facts/postfix/seen.js";
import { effective } from "../facts/postfix/values.js";
import { systemResolvers } from "../net/resolvers.js";
import { canonical } from "../syntax/address.js";
import { listeningIn } from "../syntax/proc-net-tcp.js";

/** What can be seen of this machine, as far as it concerns its Postfix. */
export async function thisMachine(seen: PostfixSeen): Promise<PostfixMachine> {
  const [running, listening, disk] = await Promise.all([isRunning(seen), listeners(), diskOf(seen)]);
  const own = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  return {
    running,
    listening,
    addresses: own.filter(({ internal, scopeid }) => !internal && !scopeid).map(({ address }) => canonical(address)),
    resolvers: systemResolvers().map(({ ip }) => ip),
    disk,
  };
}

/** Whether the master runs that has written its number into the queue directory, where only root may look. */
async function isRunning(seen: PostfixSeen): Promise<boolean | null> {
  try {
    const file = `${effective(seen, "queue_directory")}/pid/master.pid`;
    const pid = /^\s*(\d{1,9})\s*$/.exec(await readFile(file, "latin1"))?.[1];
    if (pid === undefined) return false;
    return /(?:^|\/)master\0/.test(await readFile(`/proc/${pid}/cmdline`, "latin1"));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" || code === "ESRCH" ? false : null;
  }
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
