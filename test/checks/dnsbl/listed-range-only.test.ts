import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dnsbl/listed-range-only.js";
import { entries, spamcop } from "./lists.js";

const [two, three] = ["dnsbl-2.uceprotect.net", "dnsbl-3.uceprotect.net"];
const here = { lists: [two, three] };
const target = { senders: ["192.0.2.25"] };
const world = `${entries.v4(two)}\n${entries.v4(three)}`;

testCheck(check, {
  clean: { zone: world, target, here },
  listed: { zone: `${world}\n25.2.0.192.${three} A 127.0.0.2`, target, here },
  skip: [
    { zone: world, here },
    { zone: spamcop, target, here: { lists: ["bl.spamcop.net"] } },
    { zone: world, target: { senders: ["2001:db8::25"] }, here },
  ],
  inconclusive: [
    { zone: entries.v4(two), target, here },
    { zone: `${world}\n25.2.0.192.${three} A 127.255.255.255`, target, here },
  ],
});
