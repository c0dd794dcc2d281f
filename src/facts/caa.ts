import { absent, defineFact } from "../fact.js";
import { caaFault } from "../syntax/caa.js";
import { parentOf } from "../syntax/domain-name.js";

/**
 * The CAA records that hold for a host: those at its name, or else at the nearest name above it that has any (RFC 8659
 * §3). Absent where nobody up to the top-level domain has said who may issue.
 */
export const caa = defineFact({
  id: "caa",
  of: "host",
  async gather(name, { dns }) {
    for (let at: string | undefined = name; at !== undefined; at = parentOf(at)) {
      const answer = await dns(at, "CAA");
      if (answer.records.length === 0) continue;
      const found = answer.records.map(({ data }) => data);
      const issues = found.filter(({ tag }) => tag === "issue");
      const issuers = issues.map(({ value }) => value.split(";")[0]!.trim()).filter((issuer) => issuer !== "");
      const faults = found.map(caaFault).filter((fault) => fault !== null);
      return { at, answer, restricts: issues.length > 0, issuers: [...new Set(issuers)], faults };
    }
    return absent(`no CAA record stands at ${name} or above`);
  },
});
