import { defineFact } from "../../fact.js";
import { spfRecord } from "./record.js";

/** The SPF records of a domain that stands in MAIL FROM; those of the domain above it do not count (RFC 7208 §2.4). */
export const reversePathSpf = defineFact({
  id: "reverse-path-spf",
  of: "reverse-path",
  gather: (name, { ask }) => ask(spfRecord, name),
});
