import { csv } from "../clean.js";
import type { Summary } from "../reports/summary.js";

const columns =
  "domain,from,alignment,forwarded,sender,known_by,messages,delivered,quarantined,rejected,addresses,says,todo";

/** The senders of all domains, one a line (RFC 4180). */
export function senders({ domains }: Summary): string {
  const rows = domains.flatMap(({ domain, sources }) =>
    sources.map(({ from, alignment, forwarded, sender, by, messages, treated, addresses, says, todo }) =>
      [
        domain,
        from,
        alignment,
        forwarded,
        sender,
        by,
        ...[messages, treated.delivered, treated.quarantined, treated.rejected].map(String),
        addresses.map(({ name }) => name).join(" "),
        says,
        todo ?? "",
      ]
        .map(csv)
        .join(","),
    ),
  );
  return [columns, ...rows].map((line) => `${line}\r\n`).join("");
}
