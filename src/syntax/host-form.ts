import { isAddress } from "./address.js";
import { isHostName, labelsOf } from "./domain-name.js";

/** What a name is, where a host name was wanted (RFC 1123 §2.1, RFC 5321 §2.3.5). */
export type HostForm = "host-name" | "address" | "localhost" | "single-label" | "underscore" | "malformed";

/** Sorts a name of DNS data by whether it can name a host on the public network. */
export function hostForm(name: string): HostForm {
  if (isAddress(name.replace(/^\[(?:ipv6:)?(.*)\]$/i, "$1"))) return "address";
  const labels = labelsOf(name);
  const last = labels.at(-1)?.toLowerCase();
  if (last === "localhost" || name.toLowerCase() === "localhost.localdomain") return "localhost"; // RFC 6761 §6.3
  const plain = isHostName(name.replaceAll("_", "x"));
  if (!plain || /^\d+$/.test(last ?? "")) return "malformed"; // RFC 3696 §2
  if (labels.length === 1) return "single-label";
  return name.includes("_") ? "underscore" : "host-name";
}
