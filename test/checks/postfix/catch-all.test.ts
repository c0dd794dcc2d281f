import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/catch-all.js";
import { postfix } from "./configuration.js";

const leading = (...to: string[]) => ({
  tables: [
    {
      table: "hash:/etc/postfix/virtual",
      settings: ["virtual_alias_maps"],
      source: "read" as const,
      compiled: "read" as const,
      stale: false,
      catchAlls: to.length > 0 ? [{ domain: "example.org", to, line: 2 }] : [],
      permits: [],
    },
  ],
});

testCheck(check, {
  none: [postfix(), postfix("", leading())],
  inside: [postfix("virtual_mailbox_domains = example.net", leading("ann@example.net")), postfix("", leading("ann"))],
  luser: postfix("luser_relay = $user@other.example"),
  outside: postfix("", leading("ann@gmail.com", "bob")),
  inconclusive: postfix("", { tables: [{ ...leading().tables[0]!, source: "unreadable" }] }),
});
