import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/vrfy.js";
import { postfix } from "./configuration.js";

testCheck(check, { off: postfix("disable_vrfy_command = yes"), on: postfix() });
