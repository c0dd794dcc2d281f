import { defineCheck, fail, facts, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "spf/record-size",
  on: "domain",
  title: "The SPF record fits into one small answer",
  why: "An answer of more than 512 octets needs EDNS or TCP, and a receiver that has neither gets no record.",
  fix: "Move a part of the terms into a record of its own that you include, and remove texts that are no longer needed.",
  refs: ["RFC 7208 §3.3", "RFC 7208 §3.4"],
  needs: { spf: facts.spf, size: facts.textSize },
  verdicts: {
    fits: pass("{octets} octets, the answer {whole}"),
    string: fail("a character-string of {length} octets; DNS carries 255, so servers refuse or cut the record"),
    record: warn("{octets} octets; more than 450 leave no room for other texts in an answer of 512"),
    answer: warn("{octets} octets, but {whole} with the other texts of the domain; more than 512 need EDNS or TCP"),
  },
  judge({ spf: { record, answer }, size }, say) {
    const octets = record.length;
    const whole = size.plain;
    const longest = Math.max(...answer.records.flatMap(({ data }) => data.map(({ length }) => length)));
    if (longest > 255) {
      const parts = record.match(/.{1,255}/gs) ?? [];
      return say.string({ length: longest }, records(answer), { to: parts.map((part) => `"${part}"`).join(" ") });
    }
    if (octets > 450) return say.record({ octets }, records(answer));
    return whole > 512 ? say.answer({ octets, whole }, records(size.answer)) : say.fits({ octets, whole });
  },
});
