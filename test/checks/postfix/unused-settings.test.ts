import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/unused-settings.js";
import { copied, postfix } from "./configuration.js";

testCheck(check, {
  known: [
    postfix(),
    postfix("my_own = 5\nsmtpd_banner = $my_own\nlocal_destination_rate_delay = 1s"),
    postfix("smtpd_restriction_classes = strict\nstrict = reject"),
    postfix("virtual_alias_maps = ldap:people\npeople_server_host = ldap.example.org"),
  ],
  unused: [postfix("smtpd_recepient_restrictions = reject"), postfix("_ = 1")],
  repeated: copied("soft_bounce = no\nsoft_bounce = yes"),
});
