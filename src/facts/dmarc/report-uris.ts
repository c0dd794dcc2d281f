import { absent, defineFact, isAbsent } from "../../fact.js";
import { parseReportUris } from "../../syntax/report-uri.js";
import { dmarcRecord } from "./record.js";

/** Where the DMARC record of a domain asks aggregate reports to be sent (RFC 9989 §4.7, rua). */
export const dmarcReportUris = defineFact({
  id: "dmarc-report-uris",
  of: "domain",
  async gather(name, { ask }) {
    const found = await ask(dmarcRecord, name);
    if (isAbsent(found)) return found;
    const written = found.record.tags.findLast((tag) => tag.name.toLowerCase() === "rua")?.value;
    if (written === undefined) return absent(`the DMARC record of ${name} asks for no aggregate reports`);
    return { ...found, written, ...parseReportUris(written) };
  },
});
