import type { Summary } from "../reports/summary.js";
import { counted } from "../view/words.js";

/**
 * What was learnt, as the part of a configuration that declares it. Nothing here needs quotes: selectors, domains and
 * addresses were taken only in their own spelling.
 */
export function configuration({ learnt, tally }: Summary): string {
  const entries = Object.entries(learnt).filter(([, { selectors, senders }]) => selectors.length + senders.length > 0);
  const from = [
    ...(tally.dmarc > 0 ? [counted(tally.dmarc, "report")] : []),
    ...(tally.messages > 0 ? [counted(tally.messages, "message")] : []),
  ];
  const head = `# Learnt from ${from.join(" and ")}; take out what is not yours.`;
  if (entries.length === 0) return `${head}\n# No selector and no sending address is in them.\n`;
  return [
    head,
    "targets:",
    ...entries.flatMap(([domain, { selectors, senders }]) => [
      `  - domain: ${domain}`,
      ...(selectors.length > 0 ? [`    selectors: [${selectors.map(quoted).join(", ")}]`] : []),
      ...(senders.length > 0 ? [`    senders: [${senders.map(quoted).join(", ")}]`] : []),
    ]),
    "",
  ].join("\n");
}

/** A selector such as 20230601 would be a number, and a colon is none of YAML's here. */
const quoted = (text: string): string =>
  /^[a-z][a-z0-9-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/.test(text) ? text : `"${text}"`;
