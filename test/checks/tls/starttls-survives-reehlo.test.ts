import { testCheck } from "mailworthy/testing";
import check from "../../../checks/tls/starttls-survives-reehlo.js";
import { mailHost, secured, upTo } from "../mail-host.js";

const after = (rest: string) => mailHost(secured("TLS: mx1.example.com", `C: EHLO *\n${rest}`));

testCheck(check, {
  extended: after("S: 250-mx1.example.com\nS: 250 SIZE 1000"),
  bare: after("S: 250 mx1.example.com"),
  repeated: after("S: 250-mx1.example.com\nS: 250 STARTTLS"),
  lost: [after("S: 502 no\nC: HELO *\nS: 502 no"), after("S: 502 no\nC: HELO *\nS: 250 mx1.example.com")],
  skip: [mailHost("S: 220 mx1.example.com\nC: EHLO *\nS: 250 mx1.example.com"), mailHost(upTo("S: 502 no"))],
  inconclusive: [after("!reset"), after("S: 421 busy"), mailHost(secured("!timeout", ""))],
});
