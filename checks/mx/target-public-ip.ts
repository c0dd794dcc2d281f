import { defineCheck, fail, facts, pass } from "mailworthy";

export default defineCheck({
  id: "mx/target-public-ip",
  on: "address",
  title: "Every address of a mail host is public",
  why: "Nobody outside can reach a private or reserved address, so mail sent there waits and bounces.",
  fix: "Publish the public address of the host, and keep internal ones out of public DNS.",
  refs: ["RFC 5321 §5.1", "RFC 6890 §2.2"],
  role: "receives",
  needs: { range: facts.ipRange },
  verdicts: {
    public: pass("a public address"),
    special: fail("a {range} address; nobody outside reaches it"),
  },
  judge: ({ range: { special } }, say) => (special === null ? say.public() : say.special({ range: special })),
});
