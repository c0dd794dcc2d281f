import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/local-recipient-maps.js";
import { postfix, services } from "./configuration.js";

testCheck(check, {
  checked: [postfix(), postfix("local_recipient_maps = hash:/etc/postfix/users")],
  empty: [
    postfix("local_recipient_maps ="),
    postfix("", { services: `${services}25 inet n - y - - smtpd -o local_recipient_maps=\n` }),
  ],
});
