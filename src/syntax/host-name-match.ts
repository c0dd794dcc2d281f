/**
 * The one of a certificate's DNS names that covers a host, if any does. A wildcard is the whole left-most label and
 * stands for exactly one (RFC 9525 §6.3); right below a top-level domain it covers nothing, as with OpenSSL.
 */
export function coveringName(names: readonly string[], host: string): string | undefined {
  const wanted = plain(host);
  if (wanted === "") return undefined;
  const [, ...above] = wanted.split(".");
  const wild = above.length >= 2 && !wanted.startsWith("*.") ? `*.${above.join(".")}` : undefined;
  return (
    names.find((name) => plain(name) === wanted) ?? names.find((name) => wild !== undefined && plain(name) === wild)
  );
}

const plain = (name: string): string => name.toLowerCase().replace(/\.$/, "");
