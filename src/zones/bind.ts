import { loaded } from "./loaded.js";
import { readMaster } from "./master.js";
import type { Format } from "./source.js";

/** Master files (RFC 1035 §5, RFC 2308 §4, RFC 3597) as BIND reads them, $GENERATE included. */
export const bind: Format = {
  id: "bind",
  detect: ({ file, octets }) =>
    /(?:^|\/)db\.[^/]+$|\.(?:zone|db)$/.test(file) ||
    /^\$(?:ORIGIN|TTL)\s/im.test(octets.slice(0, 65_536)) ||
    /^\S+(?:\s+\d\w*)?\s+(?:IN\s+)?(?:\d\w*\s+)?SOA\s/im.test(octets.slice(0, 65_536)),
  read: (source) => [loaded(readMaster(source), source)],
};
