import type { Fault } from "./tag-list.js";

/**
 * Where reports are asked for: the comma-separated URIs of `rua` and `ruf` in DMARC (RFC 9989 §4.8) and of `rua` in
 * TLS reporting (RFC 8460 §3). Commas and exclamation points inside a URI are percent-encoded.
 */
export interface ReportUri {
  /** Without the obsolete size limit. */
  uri: string;
  /** Lower case. */
  scheme: string;
  /** The host that takes the reports, lower case; of a mailbox, its domain. */
  host: string;
  /** The size limit of RFC 7489, `10m`, which counts for nothing any more. */
  size?: string;
}

export interface ReportUris {
  uris: ReportUri[];
  /** What is no URI to report to; places count from the beginning of the list. */
  faults: Fault[];
}

const shape = /^([a-z][a-z0-9+.-]*):((?:[a-z0-9\-._~:/?#[\]@$&'()*+=]|%[0-9a-f]{2})*)$/i;
const hostName = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

export function parseReportUris(list: string): ReportUris {
  const uris: ReportUri[] = [];
  const faults: Fault[] = [];
  let start = 0;
  for (const piece of list.split(",")) {
    const text = piece.trim();
    const at = start + piece.indexOf(text);
    start += piece.length + 1;
    const read = parseReportUri(text);
    if (typeof read === "string") faults.push({ at, message: read });
    else uris.push(read);
  }
  return { uris, faults };
}

/** One URI, or what is wrong with it. */
function parseReportUri(text: string): ReportUri | string {
  if (text === "") return "an address is missing";
  const [, bare = text, size] = /^(.*)!(\d+[kmgt]?)$/i.exec(text) ?? [];
  const [, scheme, rest = ""] = shape.exec(bare) ?? [];
  if (!scheme) {
    if (/^[^\s:!]+@[^\s:!]+$/.test(bare)) return `"${text}" lacks mailto:`;
    return bare.includes("!") ? `"${text}" holds a "!" that is not written %21` : `"${text}" is no URI`;
  }
  const host = hostOf(scheme.toLowerCase(), rest);
  if (host === undefined || !hostName.test(host)) return `"${text}" names no host to report to`;
  return {
    uri: bare,
    scheme: scheme.toLowerCase(),
    host: host.toLowerCase(),
    ...(size !== undefined && { size: size.toLowerCase() }),
  };
}

function hostOf(scheme: string, rest: string): string | undefined {
  if (scheme === "mailto") return /^[^@?]+@([^@?]+)(?:\?.*)?$/.exec(rest)?.[1];
  return /^\/\/(?:[^/?#@]*@)?([^/?#@:]+)(?::\d*)?(?:[/?#].*)?$/.exec(rest)?.[1];
}
