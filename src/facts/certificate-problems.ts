import { defineFact, isAbsent } from "../fact.js";
import { coveringName } from "../syntax/host-name-match.js";
import { certificate, isCurrent } from "./certificate.js";

/** What keeps a sender that verifies from believing a mail host's certificate; empty where nothing does (RFC 8461 §4.2). */
export const certificateProblems = defineFact({
  id: "certificate-problems",
  of: "address",
  reaches: "smtp",
  deadline: certificate.deadline!,
  async gather(of, { ask, now }) {
    const shown = await ask(certificate, of);
    if (isAbsent(shown)) return shown;
    const { host, ip, chain, leaf, trust } = shown;
    const problems = [
      ...(coveringName(leaf.names, of.host) === undefined ? [`it does not name ${of.host}`] : []),
      ...(isCurrent(leaf, now()) ? [] : ["it is outside its dates"]),
      ...(trust.ok ? [] : [trust.text]),
    ];
    return { host, ip, chain, problems };
  },
});
