import { testCheck } from "mailworthy/testing";
import check from "../../../checks/msg/single-instance-headers.js";
import { about, letter } from "../../mail.js";

testCheck(check, {
  single: about(letter({ Received: "one", received: "two" })),
  repeated: [about(letter({ subject: "Another" })), about(letter({ FROM: "Eve <eve@example.org>" }))],
  ambiguous: about(letter({ "Content-Type": "text/plain", "content-type": "text/html" })),
});
