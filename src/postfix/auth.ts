import { lstat, realpath } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { bounds } from "../bounds.js";
import type { PostfixAuth, PostfixSeen } from "../facts/postfix/seen.js";
import { effective } from "../facts/postfix/values.js";
import { serviceName } from "../syntax/postfix/master-cf.js";

/** The servers that check passwords for the receiving services; those of this machine are greeted, and asked nothing. */
export async function authServers(seen: PostfixSeen): Promise<PostfixAuth[]> {
  const found = new Map<string, PostfixAuth>();
  for (const service of seen.services) {
    if (service.command !== "smtpd") continue;
    try {
      if (effective(seen, "smtpd_sasl_auth_enable", service) !== "yes") continue;
      const type = effective(seen, "smtpd_sasl_type", service);
      const path = effective(seen, "smtpd_sasl_path", service);
      const one = found.get(`${type} ${path}`) ?? { services: [], type, path, state: "not-tried", mechanisms: [] };
      one.services.push(serviceName(service));
      found.set(`${type} ${path}`, one);
    } catch {
      continue; // what it takes is not known, and other checks say so
    }
  }
  return Promise.all(
    [...found.values()].map(async (one) => {
      const of = seen.live && one.type === "dovecot" ? socketOf(seen, one.path) : undefined;
      return of === undefined ? one : { ...one, ...(await greeted(of)) };
    }),
  );
}

/** The file of a socket; undefined where the path is that of a port. */
function socketOf(seen: PostfixSeen, path: string): string | undefined {
  if (path.startsWith("inet:")) return undefined;
  const plain = path.replace(/^unix:/, "");
  return plain.startsWith("/") ? plain : join(effective(seen, "queue_directory"), plain);
}

async function greeted(file: string): Promise<Pick<PostfixAuth, "state" | "mechanisms">> {
  try {
    if (!(await lstat(await realpath(file))).isSocket()) return { state: "not-a-socket", mechanisms: [] };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { state: code === "ENOENT" || code === "ENOTDIR" ? "missing" : "unreadable", mechanisms: [] };
  }
  return new Promise((resolve) => {
    const socket = connect(file);
    let text = "";
    const end = (state: PostfixAuth["state"]): void => {
      clearTimeout(timer);
      socket.destroy();
      const mechanisms = [...text.matchAll(/^MECH\t([A-Z0-9-]{1,40})/gm)].map(([, name]) => name!);
      resolve({ state, mechanisms: mechanisms.slice(0, 20) });
    };
    const timer = setTimeout(() => end(text === "" ? "silent" : "answers"), bounds.postfix.greeting);
    socket.on("data", (piece) => {
      text += piece.toString("latin1");
      if (/^DONE$/m.test(text) || text.length > bounds.smtp.reply) end("answers");
    });
    socket.on("end", () => end(text === "" ? "silent" : "answers"));
    socket.on("error", ({ code }: NodeJS.ErrnoException) => end(code === "EACCES" ? "unreadable" : "silent"));
  });
}
