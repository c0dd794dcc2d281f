import { defineCheck, facts, fail, pass } from "mailworthy";

export default defineCheck({
  id: "port/open",
  on: "endpoint",
  title: "Every port that is asked about takes connections",
  why: "A service that refuses connections is down, or listens elsewhere.",
  fix: "Start the service, have it listen on this address, or open the port in the firewall.",
  refs: ["RFC 9293 §3.5.2"],
  needs: { port: facts.port },
  verdicts: {
    open: pass("port {port} is open"),
    refused: fail("port {port} refuses connections"),
  },
  judge: ({ port: { outcome } }, say, { subject: { port } }) => say[outcome]({ port }),
});
