import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/relay-order.js";
import { postfix } from "./configuration.js";

const before =
  "smtpd_relay_restrictions =\nsmtpd_recipient_restrictions = check_sender_access hash:/etc/postfix/from, reject_unauth_destination";
const table = (permits: { key: string; line: number }[]) => ({
  tables: [
    {
      table: "hash:/etc/postfix/from",
      settings: ["smtpd_recipient_restrictions"],
      source: "read" as const,
      compiled: "read" as const,
      stale: false,
      catchAlls: [],
      permits,
    },
  ],
});

testCheck(check, {
  ordered: [
    postfix(),
    postfix("smtpd_recipient_restrictions = check_sender_access hash:/etc/postfix/from, reject_unauth_destination"),
    postfix(before, table([])),
    postfix(before.replace("_sender_", "_client_"), table([{ key: "192.0.2.1", line: 1 }])),
  ],
  passes: postfix(before, table([{ key: "ann@example.org", line: 3 }])),
  unread: [postfix(before), postfix(before.replace("sender_access hash", "helo_access mysql"))],
  inconclusive: postfix("", { master: "missing" }),
});
