import { registrableDomain as registered } from "../data/public-suffixes.js";
import { absent, defineFact } from "../fact.js";

/** The registered domain that a domain is or belongs to, by the Public Suffix List. */
export const registrableDomain = defineFact({
  id: "registrable-domain",
  of: "domain",
  reaches: "nothing",
  gather: async (name) => (await registered(name)) ?? absent(`${name} is a public suffix, which nobody registers`),
});
