import { splitOutsideQuotes, uncommented, unquoted } from "./comments.js";

/** What a receiver says it found, in an Authentication-Results field (RFC 8601 §2.2). */
export interface AuthenticationResults {
  authservId: string;
  /** None where the field says `none`. */
  results: MethodResult[];
}

export interface MethodResult {
  /** In lower case. */
  method: string;
  result: string;
  /** `reason`, where given. */
  reason?: string;
  /** By ptype and property in lower case: `smtp.mailfrom`. */
  properties: Record<string, string>;
}

const longest = 20_000;
const most = 100;

/** The field, or what is wrong with it, in words. Comments are left out. */
export function parseAuthenticationResults(value: string): AuthenticationResults | { error: string } {
  const { text } = uncommented(value.slice(0, longest));
  const [head, ...pieces] = splitOutsideQuotes(text.replace(/\s+/g, " "), ";").map((piece) => piece.trim());
  const [, id, version] = /^("(?:[^"\\]|\\.)*"|[^\s"=]+)(?: (\d+))?$/.exec(head!) ?? [];
  if (id === undefined)
    return { error: head === "" ? "it names no server" : `"${head!.slice(0, 100)}" names no server` };
  if (version !== undefined && version !== "1") return { error: `its version ${version} is not known` }; // RFC 8601 §2.2
  while (pieces.length > 0 && pieces.at(-1) === "") pieces.pop();
  if (pieces.length === 0) return { error: "it holds no result" };
  const authservId = unquoted(id).toLowerCase();
  if (pieces.length === 1 && pieces[0]!.toLowerCase() === "none") return { authservId, results: [] };
  const results: MethodResult[] = [];
  for (const piece of pieces.slice(0, most)) {
    const result = resultOf(piece);
    if (!result) return { error: `"${piece.slice(0, 100)}" is no result` };
    results.push(result);
  }
  return { authservId, results };
}

function resultOf(piece: string): MethodResult | undefined {
  const spec = /^([a-z][a-z0-9-]*)(?: ?\/ ?\d+)? ?= ?([a-z][a-z0-9-]*)(?= |$)/i.exec(piece);
  if (!spec) return undefined;
  const found: MethodResult = { method: spec[1]!.toLowerCase(), result: spec[2]!.toLowerCase(), properties: {} };
  const pair =
    / *([a-z][a-z0-9-]*)(?: ?\. ?([a-z][a-z0-9_-]*))? ?= ?("(?:[^"\\]|\\.)*"(?:@[^\s";]+)?|[^\s";]*)(?= |$)/iy;
  pair.lastIndex = spec[0].length;
  while (pair.lastIndex < piece.length) {
    const at = pair.exec(piece);
    if (!at) return undefined;
    const [, type, property, value] = at;
    if (property !== undefined) found.properties[`${type}.${property}`.toLowerCase()] ??= unquoted(value!);
    else if (type!.toLowerCase() === "reason" && found.reason === undefined) found.reason = unquoted(value!);
    else if (type!.toLowerCase() !== "action") return undefined; // an ancient extra that Microsoft writes
  }
  return found;
}
