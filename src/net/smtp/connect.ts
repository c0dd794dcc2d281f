import { bounds } from "../../bounds.js";
import type { Limits } from "../limits.js";
import type { SmtpPlace, SmtpSession } from "../net.js";
import { connectTcp } from "../tcp.js";
import type { TrustStore } from "../tls/trust.js";
import { converse, type Manners } from "./session.js";
import { SocketWire } from "./socket-wire.js";

export interface OpenSmtp extends Manners {
  signal?: AbortSignal | undefined;
  limits: Limits;
  trust: TrustStore;
}

/** One session with a server over the network, in its turn; throws only where no connection came about. */
export function openSmtp(place: SmtpPlace, how: OpenSmtp): Promise<SmtpSession> {
  const { signal, limits, trust, name, patience = bounds.smtp } = how;
  return limits.session(place, signal, async () => {
    const socket = await connectTcp(place, { signal, within: patience.connect });
    if (socket === "refused") {
      const { host, ip, port } = place;
      return { host, ip, port, outcome: "refused", steps: [] };
    }
    const session = await converse(new SocketWire(socket, place, trust, signal), place, { name, patience });
    if (isBusy(session)) limits.backOff(place.ip);
    return session;
  });
}

/** Whether the server asked for less: a 4xx wherever it came. */
function isBusy({ greeting, hello, starttls, broke }: SmtpSession): boolean {
  const codes = [greeting?.code, hello?.reply.code, starttls?.code];
  return broke?.code === "busy" || codes.some((code) => code !== undefined && code >= 400 && code < 500);
}
