import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/deprecated-names.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  none: postfix(),
  set: postfix(
    "virtual_maps = hash:/etc/postfix/virtual\npostscreen_blacklist_action = drop\nsmtp_cname_overrides_servername = no",
  ),
});
