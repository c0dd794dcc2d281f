import { testCheck } from "mailworthy/testing";
import check from "../../../checks/queue/spam-run.js";
import { gone, queue, shut, spool } from "./census.js";

testCheck(check, {
  calm: [
    queue({ spool: spool({ looked: 300 }) }),
    queue({ spool: spool({ logins: [{ login: "ann", messages: 300, senders: 1 }] }) }),
    queue({ spool: spool({ logins: [{ login: "ann", messages: 20, senders: 20 }] }) }),
  ],
  many: queue({
    spool: spool({
      logins: [
        { login: "list", messages: 900, senders: 1 },
        { login: "ann", messages: 300, senders: 200 },
      ],
    }),
  }),
  skip: queue({ spool: gone }),
  inconclusive: queue({ spool: shut }),
});
