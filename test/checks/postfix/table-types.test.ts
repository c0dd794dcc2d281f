import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/table-types.js";
import { copied, postfix } from "./configuration.js";

const types = { tableTypes: ["btree", "hash", "static", "texthash"] };

testCheck(check, {
  known: [
    postfix("virtual_alias_maps = hash:/x proxy:btree:/y", types),
    postfix("smtpd_recipient_restrictions = check_policy_service unix:private/x, check_sender_access hash:/x", types),
    copied(),
  ],
  unknown: postfix("virtual_mailbox_maps = proxy:mysql:/etc/postfix/mysql.cf", types),
  inconclusive: copied("virtual_alias_maps = hash:/x"),
});
