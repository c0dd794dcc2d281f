import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/tls-protocols.js";
import { postfix } from "./configuration.js";

const modern =
  "smtpd_tls_mandatory_protocols = >=TLSv1.2\nsmtp_tls_mandatory_protocols = !SSLv2, !SSLv3, !TLSv1, !TLSv1.1\n";

testCheck(check, {
  modern: [
    postfix(modern),
    postfix(`${modern}smtpd_tls_protocols = !SSLv2, !SSLv3`),
    postfix(`${modern}smtp_tls_protocols = TLSv1.3 TLSv1`),
  ],
  old: [postfix(), postfix(`${modern}smtpd_tls_mandatory_protocols = !SSLv2,!SSLv3`)],
  ssl: [postfix(`${modern}smtpd_tls_protocols =`), postfix(`${modern}smtp_tls_mandatory_protocols = SSLv3, TLSv1.2`)],
});
