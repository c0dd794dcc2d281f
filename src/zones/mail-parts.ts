import { NetError } from "../net/net.js";
import { dmarcAt } from "./dmarc-effect.js";
import { spfAt } from "./lookup.js";
import type { Zone } from "./record.js";
import { differs, type Sides } from "./sides.js";

/** Parts of a domain's mail that a zone holds. */
export type MailPart = "MX" | "SPF" | "DKIM" | "DMARC policy" | "MTA-STS" | "name servers";

/** What of a domain's mail a change changes, as far as the zone tells. */
export function changedParts(sides: Sides, domain: string): MailPart[] {
  const { before, after } = sides;
  const changes = (look: (side: Zone) => unknown): boolean =>
    JSON.stringify(look(before) ?? null) !== JSON.stringify(look(after) ?? null);
  const parts: [MailPart, () => boolean][] = [
    ["MX", () => differs(sides, domain, "MX")],
    ["SPF", () => changes((side) => spfAt(side, domain)?.data)],
    ["DKIM", () => changes((side) => keysAt(side, domain))],
    ["DMARC policy", () => changes((side) => policyAt(side, domain))],
    ["MTA-STS", () => differs(sides, `_mta-sts.${domain}`, "TXT")],
    ["name servers", () => domain === after.origin && differs(sides, domain, "NS")],
  ];
  return parts.flatMap(([part, look]) => (isTold(look) ? [part] : []));
}

const policyAt = (side: Zone, domain: string): unknown => {
  const record = dmarcAt(side, domain)?.record;
  return record && [record.p, record.sp, record.np];
};

const keysAt = ({ records }: Zone, domain: string): unknown =>
  records
    .flatMap(({ name, data }) => (name.endsWith(`._domainkey.${domain}`) ? [JSON.stringify([name, data])] : []))
    .sort();

function isTold(look: () => boolean): boolean {
  try {
    return look();
  } catch (error) {
    if (error instanceof NetError) return false;
    throw error;
  }
}
