import { connect, type Socket } from "node:net";
import { bounds } from "../bounds.js";
import { familyOf } from "../syntax/address.js";
import { NetError, type Place } from "./net.js";
import { stoppedBy } from "./stopped.js";

export interface Connecting {
  signal?: AbortSignal | undefined;
  /** Milliseconds until an attempt is given up. */
  within?: number;
  /** An address of this machine to connect from. */
  from?: string | undefined;
}

/**
 * A TCP connection to an address, or the answer that it is refused. Throws where nobody answered. Errors of the socket
 * later on never go unhandled: who reads from it hears of them, nobody else has to.
 */
export function connectTcp(
  place: Place,
  { signal, within = bounds.smtp.connect, from }: Connecting,
): Promise<Socket | "refused"> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(stoppedBy(signal));
    const { ip: host, port } = place.dial ?? place;
    const socket = connect({ host, port, noDelay: true, ...(from !== undefined && { localAddress: from }) });
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      socket.removeListener("error", failed);
    };
    const give = (error: NetError): void => {
      end();
      socket.destroy();
      reject(error);
    };
    const stop = (): void => give(stoppedBy(signal!));
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code !== "ECONNREFUSED") return give(failure(error, place));
      end();
      resolve("refused");
    };
    const timer = setTimeout(() => give(silence(place, within)), within);
    signal?.addEventListener("abort", stop);
    socket.on("error", () => {});
    socket.on("error", failed);
    socket.once("connect", () => {
      end();
      resolve(socket);
    });
  });
}

/** Nothing came back: dropped on the way, or nobody there. Everything asked of this port hangs on it. */
function silence({ host, ip, port }: Place, within: number): NetError {
  return new NetError("timeout", `no connection to ${host} [${ip}]:${port} in ${within / 1000} s`, {
    because: { id: `tcp ${ip}:${port}`, text: `${host} [${ip}]:${port} does not answer` },
  });
}

const routeless = new Set(["EHOSTUNREACH", "ENETUNREACH", "EADDRNOTAVAIL", "EACCES", "EPERM"]);
const exhausted = new Set(["EMFILE", "ENFILE", "ENOBUFS", "ENOMEM"]);

function failure(error: NodeJS.ErrnoException, place: Place): NetError {
  const { host, ip, port } = place;
  const at = `${host} [${ip}]:${port}`;
  const code = error.code ?? "";
  if (code === "ETIMEDOUT") return silence(place, bounds.smtp.connect);
  if (exhausted.has(code)) return new NetError("limit", `this machine has no room for a connection to ${at} (${code})`);
  if (!routeless.has(code)) return new NetError("reset", `the connection to ${at} broke (${code})`);
  const because =
    familyOf(ip) === 6 && (code === "ENETUNREACH" || code === "EADDRNOTAVAIL")
      ? { id: "ipv6", text: "this machine has no way to IPv6 addresses" }
      : { id: `tcp ${ip}:${port}`, text: `${at} cannot be reached from here` };
  return new NetError("unreachable", `${at} cannot be reached (${code})`, { because });
}
