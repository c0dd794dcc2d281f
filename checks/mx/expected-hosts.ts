import { defineCheck, fail, facts, pass, records, z } from "mailworthy";

export default defineCheck({
  id: "mx/expected-hosts",
  on: "domain",
  title: "The mail hosts are those that were declared",
  why: "A mail host that nobody knows of reads the mail that it is sent.",
  fix: "Remove the MX records that are not yours, or declare the hosts in the check's options.",
  refs: ["RFC 5321 §5.1"],
  role: "receives",
  options: z.strictObject({
    hosts: z.array(z.string()).default([]).describe("all that may stand in MX records; `*.example.net` for any below"),
  }),
  needs: { mx: facts.mx, hosts: facts.mailHosts },
  verdicts: {
    undeclared: pass("{hosts}; none is declared to compare with"),
    expected: pass("{hosts}"),
    others: fail("{others} not declared; whoever runs it reads the mail"),
  },
  judge({ mx: { answer }, hosts }, say, { options }) {
    const evidence = records(answer);
    if (options.hosts.length === 0) return say.undeclared({ hosts }, evidence);
    const declared = (host: string): boolean =>
      options.hosts.some((one) =>
        one.startsWith("*.") ? host.endsWith(one.slice(1).toLowerCase()) : host === one.toLowerCase(),
      );
    const others = hosts.filter((host) => !declared(host));
    return others.length > 0 ? say.others({ others }, evidence) : say.expected({ hosts }, evidence);
  },
});
