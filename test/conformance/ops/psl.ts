import { registrableDomain } from "../../../src/data/public-suffixes.js";
import type { Op } from "../case.js";

/** The registered domain by the Public Suffix List, both parts of it. */
export const psl: Op = async ({ domain }) => ({
  registrable: typeof domain === "string" ? await registrableDomain(domain) : null,
});
