import { words } from "./words.js";

/** One restriction of an smtpd list: its name, and the list, table or service that it is asked with. */
export interface Restriction {
  name: string;
  argument?: string;
  /** It is only logged (warn_if_reject). */
  onlyWarns?: true;
}

/** Restrictions that take the next word as their argument (postconf(5), smtpd_client_restrictions and the others). */
const asking =
  /^(?:check_\w+|reject_r(?:bl|hsbl)_\w+|reject_maps_rbl|permit_dnswl_client|permit_rhswl_client|sleep|warn)$/;

/** The restrictions of a list, in order. A table alone is checked as its list implies. */
export function readRestrictions(list: string): Restriction[] {
  const found: Restriction[] = [];
  const given = words(list).flatMap((word) =>
    /^check_policy_service\s/.test(word) ? words(word).slice(0, 2) : [word],
  );
  let onlyWarns = false;
  for (let at = 0; at < given.length; at++) {
    const name = given[at]!.toLowerCase();
    if (name === "warn_if_reject") {
      onlyWarns = true;
      continue;
    }
    const more = onlyWarns ? { onlyWarns: true as const } : {};
    onlyWarns = false;
    if (/^[a-z_]+:/.test(name)) found.push({ name: "check_table", argument: given[at]!, ...more });
    else if (takesWord(name) && at + 1 < given.length) found.push({ name, argument: given[++at]!, ...more });
    else found.push({ name, ...more });
  }
  return found;
}

const bare = new Set(["check_relay_domains", "check_sender_mx", "check_recipient_mx", "reject_maps_rbl"]);
const takesWord = (name: string): boolean => asking.test(name) && !bare.has(name);

/** Restrictions that refuse what is to be relayed for strangers; without one, smtpd(8) refuses all mail. */
const guards: ReadonlySet<string> = new Set([
  "reject",
  "defer",
  "defer_if_permit",
  "reject_unauth_destination",
  "defer_unauth_destination",
  "check_relay_domains",
]);

/** Whether a restriction is one of those that smtpd(8) insists on. */
export const namesGuard = ({ name }: Restriction): boolean => guards.has(name);
/** Whether a restriction keeps strangers from relaying, where it is reached. */
export const guardsRelay = (one: Restriction): boolean => namesGuard(one) && !one.onlyWarns;
