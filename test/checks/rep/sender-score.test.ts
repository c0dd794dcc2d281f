import { testCheck } from "mailworthy/testing";
import check from "../../../checks/rep/sender-score.js";

const target = { senders: ["192.0.2.25"] };
const at = (code: string): string => `25.2.0.192.score.senderscore.com A ${code}`;

testCheck(check, {
  good: [
    { zone: at("127.0.4.100"), target },
    { zone: at("127.0.4.70"), target },
  ],
  low: [
    { zone: at("127.0.4.69"), target },
    { zone: at("127.0.4.0"), target },
  ],
  skip: [{ zone: "", target }, { zone: at("127.0.4.99") }, { zone: "", target: { senders: ["2001:db8::25"] } }],
  inconclusive: [
    { zone: at("127.255.255.255"), target },
    { zone: at("127.0.4.101"), target },
    { zone: at("127.0.0.2"), target },
    { zone: at("203.0.113.80"), target },
    { zone: at("!timeout"), target },
  ],
});
