import { parseAuthenticationResults } from "../../../src/syntax/authentication-results.js";
import type { Op } from "../case.js";

/** The field's value, with or without its name. */
export const authres: Op = ({ text }) => {
  const found = parseAuthenticationResults(String(text).replace(/^\s*Authentication-Results\s*:/i, ""));
  if ("error" in found) return found;
  return { authservId: found.authservId, results: found.results.map(({ method, result }) => [method, result]) };
};
