import type { RecordData } from "./record.js";

/** A property that says who may issue: for host names, wildcards or mailboxes (RFC 8659 §4.2, RFC 9495 §3). */
const issues = /^issue(?:wild|mail|vmc)?$/;
const domain = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;
const parameter = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?[ \t]*=[ \t]*[!-:<-~]*$/i;

/** What is wrong with a CAA record; null where nothing is. Properties that are not known are legal (RFC 8659 §4.1). */
export function caaFault({ flags, tag, value }: RecordData["CAA"]): string | null {
  if (!Number.isInteger(flags) || flags > 255) return `the flags ${flags} are no octet`;
  if (!/^[a-z0-9]{1,255}$/i.test(tag)) return `"${tag}" is no name of a property`;
  const property = tag.toLowerCase();
  if (issues.test(property)) {
    const [issuer = "", ...rest] = value.split(";").map((part) => part.trim());
    if (issuer !== "" && !domain.test(issuer)) return `"${issuer}" is no domain of an issuer`;
    const wrong = rest.find((part) => part !== "" && !parameter.test(part));
    return wrong === undefined ? null : `"${wrong}" is no parameter`;
  }
  if (property === "iodef" && !/^(?:mailto:[^\s@]+@[^\s@]+|https?:\/\/\S+)$/i.test(value))
    return `"${value}" is no address to report to`;
  return null;
}
