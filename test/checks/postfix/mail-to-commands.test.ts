import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/mail-to-commands.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  closed: postfix(),
  include: [postfix("allow_mail_to_commands = alias,forward,include"), postfix("allow_mail_to_files = alias, include")],
  root: postfix("default_privs = root"),
});
