import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/mynetworks-style.js";
import { copied, postfix } from "./configuration.js";

testCheck(check, {
  listed: postfix("mynetworks_style = class"),
  host: copied("compatibility_level = 3.6"),
  neighbours: [copied("mynetworks_style = class"), copied("compatibility_level = 0")],
});
