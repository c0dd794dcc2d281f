import { nameFault } from "../syntax/domain-name.js";

/**
 * The domain that somebody registered, by the Public Suffix List (publicsuffix.org), its private part included: the name
 * one label below the longest suffix that the list has. Null for a suffix itself, and for what is no name. The list is
 * that of the package `tldts`, which is large and therefore only loaded when it is first asked.
 */
export async function registrableDomain(name: string): Promise<string | null> {
  if (nameFault(name) !== undefined) return null;
  const { getDomain } = await import("tldts");
  return getDomain(name.toLowerCase(), { allowPrivateDomains: true, extractHostname: false });
}
