import { bounds } from "../bounds.js";
import { defineFact, isAbsent } from "../fact.js";
import { labelsOf } from "../syntax/domain-name.js";
import { nameServerTcp } from "./name-server-tcp.js";
import { outcomes } from "./outcomes.js";
import { spfRecord } from "./spf/record.js";

/** Octets of the header and of the question's type and class (RFC 1035 §4.1). */
const around = 12 + 4;
/** Octets of the EDNS record (RFC 6891 §6.1.2). */
const edns = 11;
/** Octets of a record before its data: its name, abbreviated, type, class, TTL and length. */
const before = 12;

/**
 * How large the answer is that every check of SPF asks for: all TXT records of a domain. One that does not fit a datagram
 * goes over TCP, so that it matters then who refuses that.
 */
export const textSize = defineFact({
  id: "text-size",
  of: "domain",
  async gather(name, { ask }) {
    const found = await ask(spfRecord, name);
    if (isAbsent(found)) return found;
    const { answer } = found;
    const question = labelsOf(name).reduce((octets, label) => octets + 1 + label.length, 1);
    const data = answer.records.flatMap(({ data: strings }) => [before, ...strings.map(({ length }) => 1 + length)]);
    /** Without EDNS, as a receiver of the old kind asks. */
    const plain = data.reduce((sum, part) => sum + part, around + question);
    const octets = plain + edns;
    const large = octets > bounds.dns.payload;
    const tcp = large ? (await outcomes([ask(nameServerTcp, name)])).learnt[0] : undefined;
    return { answer, octets, plain, large, tcp: tcp === undefined || isAbsent(tcp) ? null : tcp };
  },
});
