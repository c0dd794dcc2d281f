import { defineCheck, facts, maybe, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dns/caa-mail-host",
  on: "host",
  title: "CAA says who may issue certificates for the mail host",
  why: "Without it any certificate authority may issue one, also to somebody who has only taken over the name for a moment.",
  fix: "Publish a CAA record with the authority that issues the host's certificate.",
  refs: ["RFC 8659 §3", "RFC 8659 §4"],
  role: "receives",
  needs: { host: facts.hostName, caa: maybe(facts.caa) },
  verdicts: {
    restricted: pass("{issuers}, by {at}"),
    nobody: pass("nobody may issue, by {at}"),
    none: warn("no CAA record at the host or above; any authority may issue"),
    open: warn("CAA at {at} does not say who may issue; any authority may"),
    malformed: warn("CAA at {at}: {faults}; authorities refuse to issue"),
  },
  judge({ caa }, say, { subject: { name } }) {
    if (!caa)
      return say.none({}, undefined, { to: `${name}. CAA 0 issue "ca.example.net"`, text: "Name your authority." });
    const { at, answer, restricts, issuers, faults } = caa;
    const evidence = records(answer);
    if (faults.length > 0) return say.malformed({ at, faults }, evidence);
    if (!restricts) return say.open({ at }, evidence);
    return issuers.length > 0 ? say.restricted({ issuers, at }, evidence) : say.nobody({ at }, evidence);
  },
});
