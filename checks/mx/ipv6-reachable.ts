import { defineCheck, fail, facts, pass } from "mailworthy";

export default defineCheck({
  id: "mx/ipv6-reachable",
  on: "host",
  title: "A mail host with IPv6 addresses takes mail at one of them",
  why: "Senders try IPv6 first, and wait or give up where nothing answers there.",
  fix: "Let the mail server listen on IPv6 and open port 25, or withdraw the AAAA records.",
  refs: ["RFC 5321 §5.2", "RFC 6724 §2.1"],
  role: "receives",
  needs: { port: facts.ipv6Port25 },
  verdicts: {
    open: pass("takes mail over IPv6"),
    refused: fail("{addresses} refuse connections; senders that try IPv6 first wait or give up"),
  },
  judge: ({ port: { open, addresses } }, say) => (open ? say.open() : say.refused({ addresses })),
});
