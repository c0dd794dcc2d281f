import { absent, defineFact, isAbsent } from "../../fact.js";
import type { Fact } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { serviceName, type Service } from "../../syntax/postfix/master-cf.js";
import { words } from "../../syntax/postfix/words.js";
import { type PostfixSeen, postfixSeen } from "./seen.js";
import { effective } from "./values.js";

/** A service, and how the settings that are asked for are in effect for it. */
export interface PostfixService<Name extends string = string> {
  /** As postconf(1) names it: submission/inet. */
  service: string;
  line: number;
  /** Where it listens, for mail that postscreen(8) hands on too; null for what listens to no port. */
  port: number | null;
  /** Only this machine reaches it. */
  loopback: boolean;
  values: { [N in Name]: string };
}

const made = new Map<string, Fact<"postfix", any>>();

/** The services that run a program, such as smtpd, each with settings in effect for it; absent where there is none. */
export function postfixServices<Name extends string>(
  program: string,
  ...names: Name[]
): Fact<"postfix", { services: PostfixService<Name>[] }> {
  const id = `postfix ${program}: ${names.join(" ")}`;
  let fact = made.get(id);
  if (!fact) made.set(id, (fact = servicesFact(id, program, names)));
  return fact;
}

const servicesFact = (
  id: string,
  program: string,
  names: readonly string[],
): Fact<"postfix", { services: PostfixService[] }> =>
  defineFact({
    id,
    of: "postfix",
    reaches: "file",
    async gather(of, { ask }) {
      const seen = await ask(postfixSeen, of);
      if (isAbsent(seen)) return seen;
      if (seen.master !== "read")
        throw new NetError(
          "blocked",
          `master.cf of ${of} is ${seen.master === "elsewhere" ? "not in the copy" : seen.master}`,
        );
      const running = seen.services.filter(({ command }) => command === program);
      if (running.length === 0) return absent(`${seen.folder}: no service runs ${program}`);
      return {
        services: running.map((service) => ({
          service: serviceName(service),
          line: service.line,
          port: portOf(seen, service),
          loopback: isLoopback(seen, service),
          values: Object.fromEntries(names.map((name) => [name, effective(seen, name, service)])),
        })),
      };
    },
  });

const known: Readonly<Record<string, number>> = {
  smtp: 25,
  submission: 587,
  submissions: 465,
  smtps: 465,
  lmtp: 24,
  qmqp: 628,
};

/** The port of a service: of one that gets its connections from postscreen(8), that of postscreen. */
export function portOf(seen: PostfixSeen, { name, type, command }: Service): number | null {
  if (type === "pass" && command === "smtpd") {
    const before = seen.services.find((other) => other.command === "postscreen" && other.type === "inet");
    return before ? portOf(seen, before) : null;
  }
  if (type !== "inet") return null;
  const last = name.slice(name.lastIndexOf(":") + 1);
  return /^\d{1,5}$/.test(last) ? Number(last) : (known[last] ?? null);
}

/** The address a service listens on by its own name; undefined where inet_interfaces says it. */
export const hostOf = ({ name }: Pick<Service, "name">): string | undefined =>
  name.includes(":") ? name.slice(0, name.lastIndexOf(":")).replace(/^\[(.*)\]$/, "$1") : undefined;

const loopback = /^(?:localhost|127\.[\d.]+|::1|loopback-only)$/;

/** Whether a service listens to this machine alone; where that hangs on what is not known, it counts as open to all. */
export function isLoopback(seen: PostfixSeen, service: Service): boolean {
  const host = hostOf(service);
  if (host !== undefined && host !== "") return loopback.test(host);
  const interfaces = words(interfacesOf(seen, service)).map((one) => one.replace(/^\[(.*)\]$/, "$1"));
  return interfaces.length > 0 && interfaces.every((one) => loopback.test(one));
}

function interfacesOf(seen: PostfixSeen, service: Service): string {
  try {
    return effective(seen, "inet_interfaces", service);
  } catch {
    return "all";
  }
}

/** All services of master.cf, whatever they run; unknown where it was not read. */
export const postfixWholeServices = defineFact({
  id: "postfix-services",
  of: "postfix",
  reaches: "file",
  async gather(of, { ask }) {
    const seen = await ask(postfixSeen, of);
    if (isAbsent(seen)) return seen;
    if (seen.master !== "read")
      throw new NetError(
        "blocked",
        `master.cf of ${of} is ${seen.master === "elsewhere" ? "not in the copy" : seen.master}`,
      );
    return { services: seen.services };
  },
});
