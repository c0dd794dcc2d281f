import { testCheck } from "mailworthy/testing";
import check from "../../../checks/ptr/single.js";

const target = { senders: ["192.0.2.25"] };
const names = (count: number): string =>
  Array.from({ length: count }, (_, at) => `25.2.0.192.in-addr.arpa PTR mail${at}.example.com`).join("\n");

testCheck(check, {
  single: [
    { zone: names(1), target },
    { zone: `${names(1)}\n${names(1)}`, target },
  ],
  several: { zone: names(2), target },
  many: { zone: names(11), target },
  skip: { zone: "", target },
  inconclusive: { zone: `25.2.0.192.in-addr.arpa PTR !servfail`, target },
});
