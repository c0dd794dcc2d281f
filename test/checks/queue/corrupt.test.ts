import { testCheck } from "mailworthy/testing";
import check from "../../../checks/queue/corrupt.js";
import { at, gone, queue, shut, spool } from "./census.js";

testCheck(check, {
  none: queue(),
  some: queue({ spool: spool({ corrupt: [{ id: "125C31C012B", size: 413, at }] }) }),
  skip: queue({ spool: gone }),
  inconclusive: queue({ spool: shut }),
});
