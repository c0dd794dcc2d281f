import { isMechanism, parseSpf, printSpf, type SpfTerm } from "./spf.js";

/** From what lets most through to what lets least. */
const leniency = ["+", "?", "~", "-"] as const;

/**
 * One record that allows what several allow together, their mechanisms in order and the mildest of their endings. None
 * where that cannot be told: faults, modifiers, or exceptions made with "-", "~" or "?" before the end.
 */
export function mergeSpf(texts: readonly string[]): string | undefined {
  const records = texts.map(parseSpf);
  if (records.some(({ faults }) => faults.length > 0)) return undefined;
  const terms = records.flatMap(({ terms }) => terms);
  if (!terms.every(isMechanism)) return undefined;
  const endings = terms.filter(({ kind }) => kind === "all");
  const rest = terms.filter(({ kind }) => kind !== "all");
  if (rest.some(({ qualifier }) => qualifier !== "+")) return undefined;
  const mildest = leniency.find((qualifier) => endings.some((ending) => ending.qualifier === qualifier)) ?? "~";
  const all: SpfTerm = { kind: "all", qualifier: mildest, at: 0, text: "all" };
  const each = new Map(rest.map((term) => [printSpf([term]), term]));
  return printSpf([...each.values(), all]);
}
