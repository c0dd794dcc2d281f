import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/recipient-maps.js";
import { postfix } from "./configuration.js";

const looked = (outcome: "found" | "not-found" | "unknown" | "elsewhere", domainClass: "local" | "none" = "local") =>
  postfix("", {
    lookup: {
      address: "ann@example.org",
      domainClass,
      outcome,
      steps: [{ table: "hash:/etc/aliases", key: "ann", answer: outcome === "found" ? "bob" : null }],
    },
  });

testCheck(check, {
  known: looked("found"),
  elsewhere: looked("elsewhere", "none"),
  unknown: looked("not-found"),
  skip: postfix(),
  inconclusive: looked("unknown"),
});
