/**
 * Domain names in presentation form (RFC 1035 §5.1), without the last dot. Labels are octets, one char each, so that a
 * dot or a backslash inside a label survives. Names are ASCII here: U-labels are converted where they come in.
 */

/** Octets of a name on the wire, its root label left out (RFC 1035 §2.3.4), and of a label. */
const longest = { name: 253, label: 63 };

/** The labels of a name, leftmost first, escapes undone; none for the root. A last dot is allowed. */
export function labelsOf(name: string): string[] {
  if (name === "." || name === "") return [];
  const labels: string[] = [];
  let label = "";
  for (let at = 0; at < name.length; at++) {
    const char = name[at]!;
    if (char === ".") {
      labels.push(label);
      label = "";
    } else if (char !== "\\") {
      label += char;
    } else {
      const code = name.slice(at + 1, at + 4);
      const decimal = /^\d{3}$/.test(code);
      label += decimal ? String.fromCharCode(Number(code) & 255) : (name[at + 1] ?? "");
      at += decimal ? 3 : 1;
    }
  }
  if (label !== "" || !name.endsWith(".")) labels.push(label);
  return labels;
}

/** A name in presentation form from its labels, lower case. */
export function nameOf(labels: readonly string[]): string {
  return labels.length === 0 ? "." : labels.map(escaped).join(".").toLowerCase();
}

const escaped = (label: string): string =>
  label.replace(/[^!-~]|[.\\]/gs, (char) =>
    char === "." || char === "\\" ? `\\${char}` : `\\${String(char.charCodeAt(0) & 255).padStart(3, "0")}`,
  );

/** What is wrong with a name that is to be asked for, in words; undefined where nothing is (RFC 1035 §2.3.4). */
export function nameFault(name: string): string | undefined {
  const labels = labelsOf(name);
  if (labels.length === 0) return "no label";
  if (labels.includes("")) return "an empty label";
  const long = labels.find((label) => label.length > longest.label);
  if (long !== undefined) return `a label of ${long.length} octets; ${longest.label} are allowed`;
  const length = labels.join(".").length;
  return length > longest.name ? `${length} octets; ${longest.name} are allowed` : undefined;
}

/** Whether every label is letters, digits and inner hyphens, as host names are (RFC 1123 §2.1, RFC 5890 §2.3.1). */
export function isHostName(name: string): boolean {
  return nameFault(name) === undefined && labelsOf(name).every(isLdh);
}

/** Letters, digits and hyphens, no hyphen at either end. */
export const isLdh = (label: string): boolean => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(label);

/** Whether a name is the other or below it, letter case aside. */
export function isWithin(name: string, above: string): boolean {
  const [low, high] = [labelsOf(name.toLowerCase()), labelsOf(above.toLowerCase())];
  return low.length >= high.length && high.every((label, at) => low[low.length - high.length + at] === label);
}

/** The name one label up; undefined for a name of one label and for the root. */
export function parentOf(name: string): string | undefined {
  const labels = labelsOf(name);
  return labels.length > 1 ? nameOf(labels.slice(1)) : undefined;
}
