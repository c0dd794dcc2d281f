import { readMessage } from "../../../src/net/dns/message.js";
import type { Op } from "../case.js";

/** A DNS message; one in which a record cannot be read is an error here, though the client goes on with the rest. */
export const dnsDecode: Op = ({ wire }) => {
  const read = readMessage(Buffer.from(String(wire), "hex"));
  if (!read.ok) return { error: read.error };
  const { id, response: qr, opcode, aa, tc, rd, ra, ad, cd, rcode, problems, ...message } = read.message;
  if (problems[0]) return { error: problems[0].text };
  const { questions, answers, authorities, additionals, edns } = message;
  return {
    id,
    qr,
    opcode,
    aa,
    tc,
    rd,
    ra,
    ad,
    cd,
    rcode,
    qdcount: questions.length,
    ancount: answers.length,
    nscount: authorities.length,
    arcount: additionals.length + (edns ? 1 : 0),
    questions,
    answers,
    authorities,
    additionals,
  };
};
