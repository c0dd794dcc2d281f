/** Where a reference such as `RFC 7208 §4.6.4` can be read, if it is an RFC. */
export function urlOf(ref: string): string | undefined {
  const [, rfc, section] = /^RFC (\d+)(?: §([\d.]*\d))?/.exec(ref) ?? [];
  return rfc && `https://www.rfc-editor.org/rfc/rfc${rfc}${section ? `#section-${section}` : ""}`;
}
