import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/broken-clients.js";
import { postfix } from "./configuration.js";

testCheck(check, { off: postfix(), on: postfix("broken_sasl_auth_clients = yes") });
