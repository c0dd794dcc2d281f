import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/removed-restrictions.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  known: postfix("", { release: "3.9.0" }),
  removed: postfix("smtpd_recipient_restrictions = permit_mynetworks, check_relay_domains", { release: "3.11.7" }),
  leaving: [
    postfix("smtpd_client_restrictions = reject_maps_rbl"),
    postfix("smtpd_recipient_restrictions = permit_mx_backup, reject", { release: "3.11.7" }),
  ],
  inconclusive: postfix("", { master: "missing" }),
});
