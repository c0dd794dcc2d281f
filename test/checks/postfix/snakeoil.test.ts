import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/snakeoil.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  own: postfix("smtpd_tls_cert_file = /etc/letsencrypt/live/mail.example.org/fullchain.pem"),
  none: postfix(),
  placeholder: postfix("smtpd_tls_cert_file=/etc/ssl/certs/ssl-cert-snakeoil.pem"),
});
