import { defineCheck, facts, fail, pass, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/relay-order",
  on: "postfix",
  title: "Tables of names that clients give themselves cannot let them relay",
  why: "An OK from a table of HELO or sender names ends the list before relaying is refused, and a stranger can give any such name.",
  fix: "Answer DUNNO in place of OK in these tables, or put reject_unauth_destination before them.",
  refs: ["SMTPD_ACCESS_README"],
  needs: { relay: facts.postfixRelay },
  verdicts: {
    ordered: pass("names that clients give themselves cannot let them relay"),
    passes: fail(
      "{restriction} {table} of {service} answers OK before relaying is refused; who gives that name relays",
    ),
    unread: warn(
      "{restriction} {table} of {service} is asked before relaying is refused; an OK in it lets strangers relay",
    ),
  },
  judge({ relay }, say) {
    const said = relay.services.flatMap(({ service, lists }) => {
      // Where one of the lists refuses for certain, no OK in the other matters.
      if (lists.some(({ guard, passes }) => guard !== null && passes.every(({ claimed }) => !claimed))) return [];
      return lists.flatMap(({ passes }) =>
        passes
          .filter(({ claimed, permits }) => claimed && (permits === null || permits.length > 0))
          .map(({ restriction, table, permits }) => {
            const data = { service, restriction, table };
            if (permits === null) return say.unread(data);
            const rows = permits.map(({ key, line }) => [key, line]);
            return say.passes(data, { kind: "table", columns: ["entry", "line"], rows });
          }),
      );
    });
    return said.length > 0 ? said : say.ordered();
  },
});
