import { defineCheck, facts, fail, listed, pass, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/listening",
  on: "postfix",
  title: "What master.cf serves is open, and to whom it is meant for",
  why: "A service that does not listen takes no mail; a change of inet_interfaces is in effect only after a restart.",
  fix: "Restart Postfix, and see in the log why a service does not start.",
  refs: ["master(5)", "postconf(5) inet_interfaces"],
  needs: { served: facts.postfixServed },
  verdicts: {
    open: pass("{services} are served on their ports"),
    closed: fail("nothing listens on port {port}, which {service} is to serve"),
    inside: warn(
      "port {port} of {service} is open to this machine alone; inet_interfaces says otherwise, and needs a restart",
    ),
    outside: warn("port {port} of {service} is open to others; inet_interfaces says otherwise, and needs a restart"),
  },
  judge({ served }, say) {
    const fix = { command: "postfix stop; postfix start" };
    const said = served.services.flatMap(({ service, port, loopback, open }) => {
      if (open.length === 0) return [say.closed({ service, port }, undefined, fix)];
      const inside = open.every((ip) => /^(?:127\.|::1$)/.test(ip));
      if (inside === loopback) return [];
      return [inside ? say.inside({ service, port }, undefined, fix) : say.outside({ service, port }, undefined, fix)];
    });
    return said.length > 0 ? said : say.open({ services: listed(served.services.map(({ service }) => service)) });
  },
});
