import { absent, defineFact, isAbsent } from "../../fact.js";
import { serviceName } from "../../syntax/postfix/master-cf.js";
import { NetError } from "../../net/net.js";
import { postfixSeen } from "./seen.js";
import { isLoopback, portOf } from "./services.js";

/** A service that is to be served on a port, and where that port is open. */
export interface Served {
  service: string;
  port: number;
  /** Meant for this machine alone. */
  loopback: boolean;
  /** Addresses on which something listens. */
  open: string[];
}

/** What master.cf wants to be served, and what listens; absent for a copy, and where nothing is to be served. */
export const postfixServed = defineFact({
  id: "postfix-served",
  of: "postfix",
  reaches: "file",
  async gather(of, { ask }) {
    const seen = await ask(postfixSeen, of);
    if (isAbsent(seen)) return seen;
    const { machine } = seen;
    if (!machine) return absent(`${of} is a copy; its machine cannot be looked at`);
    if (machine.running === false) return absent("Postfix does not run");
    const { listening } = machine;
    if (!listening) throw new NetError("blocked", "which ports are open is not told by this system");
    const services = seen.services.flatMap((service): Served[] => {
      const port = service.type === "inet" ? portOf(seen, service) : null;
      if (port === null) return [];
      const open = listening.filter((one) => one.port === port).map(({ ip }) => ip);
      return [{ service: serviceName(service), port, loopback: isLoopback(seen, service), open }];
    });
    return services.length > 0 ? { services } : absent("no service is to be served on a port");
  },
});

/** Whether Postfix runs; absent for a copy, unknown to who may not ask. */
export const postfixRunning = defineFact({
  id: "postfix-running",
  of: "postfix",
  reaches: "file",
  async gather(of, { ask }) {
    const seen = await ask(postfixSeen, of);
    if (isAbsent(seen)) return seen;
    if (!seen.machine) return absent(`${of} is a copy; its machine cannot be looked at`);
    const { running } = seen.machine;
    if (running === null)
      throw new NetError("blocked", "whether Postfix runs is told to root only", {
        because: { id: "postfix root", text: "some files only root may read", next: ["sudo mailworthy postfix"] },
      });
    return { running };
  },
});
