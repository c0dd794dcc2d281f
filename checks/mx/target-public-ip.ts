import { defineCheck, fail, facts, isInside, pass, z } from "mailworthy";

export default defineCheck({
  id: "mx/target-public-ip",
  on: "address",
  title: "Every address of a mail host is public",
  why: "Nobody outside can reach a private or reserved address, so mail sent there waits and bounces.",
  fix: "Publish the public address of the host, and keep internal ones out of public DNS.",
  refs: ["RFC 5321 §5.1", "RFC 6890 §2.2"],
  role: "receives",
  options: z.strictObject({
    internal: z.array(z.string()).default([]).describe("networks that all who send to the domain can reach"),
  }),
  needs: { range: facts.ipRange },
  verdicts: {
    public: pass("a public address"),
    internal: pass("in {network}, said to be reached by all senders"),
    special: fail("a {range} address; nobody outside reaches it"),
  },
  judge({ range: { special } }, say, { subject, options }) {
    if (special === null) return say.public();
    const network = options.internal.find((one) => isInside(subject.name, one));
    return network === undefined ? say.special({ range: special }) : say.internal({ network });
  },
});
