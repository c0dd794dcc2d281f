import { testCheck } from "mailworthy/testing";
import check from "../../../checks/env/resolver-reachable.js";

testCheck(check, {
  answers: [{ zone: ". NS a.root.example" }, { zone: "" }],
  inconclusive: [{ zone: ". NS !timeout" }, { zone: ". NS !refused" }, { zone: ". * !servfail" }],
});
