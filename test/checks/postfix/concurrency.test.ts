import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/concurrency.js";
import { postfix } from "./configuration.js";

testCheck(check, {
  few: postfix(),
  many: [
    postfix("default_destination_concurrency_limit = 100"),
    postfix("smtp_destination_concurrency_limit = 0"),
    { ...postfix(), options: { most: 10 } },
  ],
  inconclusive: postfix("smtp_destination_concurrency_limit = many"),
});
