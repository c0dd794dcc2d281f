import { absent, defineFact, isAbsent } from "../../fact.js";
import { guardsRelay, namesGuard, readRestrictions, type Restriction } from "../../syntax/postfix/restrictions.js";
import { words } from "../../syntax/postfix/words.js";
import { type PostfixSeen, postfixSeen, type PostfixTable } from "./seen.js";
import { postfixServices } from "./services.js";
import { effective } from "./values.js";

/** How far a list goes for a client that nobody vouches for, until it refuses to relay or lets everybody pass. */
export interface RelayList {
  setting: string;
  /** Restrictions in order, those of restriction classes in their place. */
  restrictions: Restriction[];
  /** The one that keeps strangers from relaying, where one is reached. */
  guard: string | null;
  /** One is there and never keeps anybody: everybody passes by a `permit` before it, or it only warns. */
  idle: boolean;
  /** Tables asked before, whose answer OK ends the list; by what the client itself says or not. */
  passes: { restriction: string; table: string; claimed: boolean; permits: PostfixTable["permits"] | null }[];
}

/** What keeps strangers from relaying through each smtpd(8) that more than this machine reaches. */
export const postfixRelay = defineFact({
  id: "postfix-relay",
  of: "postfix",
  reaches: "file",
  async gather(of, { ask }) {
    const [seen, smtpd] = [await ask(postfixSeen, of), await ask(receiving, of)];
    if (isAbsent(seen)) return seen;
    if (isAbsent(smtpd)) return smtpd;
    const open = smtpd.services.filter(({ loopback }) => !loopback);
    if (open.length === 0) return absent("only this machine reaches smtpd");
    return {
      services: open.map(({ service, values }) => ({
        service,
        lists: (["smtpd_relay_restrictions", "smtpd_recipient_restrictions"] as const).map((name) =>
          relayList(seen, name, values[name]),
        ),
      })),
    };
  },
});

const receiving = postfixServices("smtpd", "smtpd_relay_restrictions", "smtpd_recipient_restrictions");

function relayList(seen: PostfixSeen, setting: string, value: string): RelayList {
  const restrictions = flattened(seen, value);
  const guardAt = restrictions.findIndex(guardsRelay);
  const permitAt = restrictions.findIndex(({ name, onlyWarns }) => name === "permit" && !onlyWarns);
  const reached = guardAt >= 0 && (permitAt < 0 || guardAt < permitAt);
  const before = restrictions.slice(0, guardAt < 0 ? undefined : guardAt);
  return {
    setting,
    restrictions,
    guard: reached ? restrictions[guardAt]!.name : null,
    idle: !reached && restrictions.some(namesGuard),
    passes: before.flatMap(({ name, argument, onlyWarns }) => {
      if (argument === undefined || onlyWarns || !/^check_(?:client|helo|sender|ehlo|reverse_client|table)/.test(name))
        return [];
      const table = seen.tables.find((one) => argument.replace(/^proxy:/, "") === one.table);
      return [
        {
          restriction: name,
          table: argument,
          claimed: /^check_(?:helo|ehlo|sender)_/.test(name),
          permits: table?.source === "read" ? table.permits : null,
        },
      ];
    }),
  };
}

/** The restrictions of a list with those of restriction classes in place of their names. */
function flattened(seen: PostfixSeen, value: string, depth = 0): Restriction[] {
  const classes = new Set(words(effective(seen, "smtpd_restriction_classes")));
  return readRestrictions(value).flatMap((one) =>
    depth < 5 && one.argument === undefined && classes.has(one.name)
      ? flattened(seen, effective(seen, one.name), depth + 1)
      : [one],
  );
}

/** All restrictions of one list in effect for each smtpd(8), those of restriction classes in their place. */
export const postfixRestrictions = defineFact({
  id: "postfix-restrictions",
  of: "postfix",
  reaches: "file",
  async gather(of, { ask }) {
    const [seen, smtpd] = [await ask(postfixSeen, of), await ask(restricted, of)];
    if (isAbsent(seen)) return seen;
    if (isAbsent(smtpd)) return smtpd;
    return {
      services: smtpd.services.map(({ service, port, loopback, values }) => ({
        service,
        port,
        loopback,
        lists: listNames.map((setting) => ({ setting, restrictions: flattened(seen, values[setting]) })),
      })),
    };
  },
});

const listNames = [
  "smtpd_client_restrictions",
  "smtpd_helo_restrictions",
  "smtpd_sender_restrictions",
  "smtpd_relay_restrictions",
  "smtpd_recipient_restrictions",
  "smtpd_data_restrictions",
  "smtpd_end_of_data_restrictions",
] as const;
const restricted = postfixServices("smtpd", ...listNames);
