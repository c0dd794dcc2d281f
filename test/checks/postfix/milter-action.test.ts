import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/milter-action.js";
import { copied, postfix, mx } from "./configuration.js";

const milter = "smtpd_milters = inet:127.0.0.1:8891\n";

testCheck(check, {
  none: postfix("milter_default_action = accept"),
  waits: [postfix(milter), postfix("non_smtpd_milters = unix:/x", { services: "local unix - n n - - local" })],
  passes: [
    postfix(`${milter}milter_default_action = accept`),
    postfix("", {
      services: `${mx}2525 inet n - y - - smtpd -o smtpd_milters=unix:/x -o milter_default_action=accept`,
    }),
  ],
  refused: postfix(`${milter}milter_default_action = reject`),
  inconclusive: copied("compatibility_level = 3.6"),
});
