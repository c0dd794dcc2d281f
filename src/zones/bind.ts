import { originOf } from "./file-origin.js";
import { loaded } from "./loaded.js";
import { readMaster } from "./master.js";
import type { Format, Source } from "./source.js";

/** Files whose ending says that they are something else, though a zone may be quoted in them. */
const others =
  /\.(?:adoc|c|cfg|conf|css|diff|go|html?|ini|ipynb|java|js|json|jsonnet|log|md|mjs|patch|php|pl|py|rb|rs|rst|sh|sql|tf|toml|ts|xml|ya?ml)$/i;

/** The first entry after comments and empty lines is a record. */
const record =
  /^(?:\xef\xbb\xbf)?(?:[ \t\r]*(?:;[^\n]*)?\n)*[^\s;]*[ \t]+(?:(?:\d\w*|IN)[ \t]+){0,2}(?:A|AAAA|CAA|CNAME|DS|MX|NS|PTR|SRV|TLSA|TXT)[ \t]+\S/i;

const soa = /(?:^|\s)SOA\s/i;

/**
 * Master files (RFC 1035 §5, RFC 2308 §4, RFC 3597) as BIND reads them, $GENERATE included. The zone is that of the SOA
 * record or of $ORIGIN; relative names before are of the zone that the file is named for.
 */
export const bind: Format = {
  id: "bind",
  comments: ";",
  detect(source) {
    const { file, octets, found } = source;
    const head = octets.slice(0, 65_536);
    if (others.test(file) || head.startsWith("SQLite format 3\0")) return false;
    const named = originIn(source) !== undefined;
    // What says nowhere of which zone it is, is for others to include.
    if (found && !named && !soa.test(head) && !/^\$ORIGIN\s+\S*\.\s/im.test(head)) return false;
    return (
      /(?:^|\/)db\.[^/]+$|\.(?:zone|db)$/.test(file) ||
      /^\$(?:ORIGIN|TTL)\s/im.test(head) ||
      /^\S+(?:\s+\d\w*)?\s+(?:IN\s+)?(?:\d\w*\s+)?SOA\s/im.test(head) ||
      (named && record.test(head))
    );
  },
  isPart: ({ octets }) => !soa.test(octets),
  read(source) {
    const origin = originIn(source);
    const zone = loaded(readMaster({ ...source, ...(origin !== undefined && { origin }) }), source);
    const { file, octets } = source;
    if (origin !== undefined && origin !== source.origin && zone.origin === origin && !saysOrigin(octets))
      zone.notes.push({ file, line: 1, column: 1, text: `taken for ${origin}, which the file is named for` });
    return [zone];
  },
};

/** The name of a file that was found says more than what the files are said to be of. */
function originIn({ file, origin, found }: Source): string | undefined {
  return found ? (originOf(file) ?? origin) : (origin ?? originOf(file));
}

/** Whether it says itself, by a name with a dot at its end, of which zone it is. */
const saysOrigin = (octets: string): boolean =>
  /^(?:\$ORIGIN\s+\S*\.\s|\S+\.\s+(?:\S+\s+){0,2}SOA\s)/im.test(octets.slice(0, 65_536));
