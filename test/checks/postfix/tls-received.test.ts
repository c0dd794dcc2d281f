import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/tls-received.js";
import { postfix } from "./configuration.js";

testCheck(check, { on: postfix("smtpd_tls_received_header = yes"), off: postfix() });
