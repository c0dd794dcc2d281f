import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dnswl/listed.js";
import { spamcop } from "../dnsbl/lists.js";

const zone = "list.dnswl.org";
const here = { lists: [zone] };
const target = { senders: ["192.0.2.25"] };
const works = `2.0.0.127.${zone} A 127.0.10.0`;
const at = (code: string): string => `${works}\n25.2.0.192.${zone} A ${code}`;

testCheck(check, {
  none: { zone: works, target, here },
  listed: [
    { zone: at("127.0.3.0"), target, here },
    { zone: at("127.0.15.3"), target, here },
  ],
  skip: [
    { zone: works, here },
    { zone: spamcop, target, here: { lists: ["bl.spamcop.net"] } },
  ],
  inconclusive: [
    { zone: at("127.0.0.255"), target, here },
    { zone: at("127.0.5.255"), target, here },
    { zone: at("127.0.10.3"), target, here },
    { zone: at("127.0.10.0"), target, here },
    { zone: at("127.0.99.1"), target, here },
    { zone: `*.${zone} A 127.0.0.255`, target, here },
    { zone: `*.${zone} A 127.0.10.3`, target, here },
    { zone: works, target: { senders: ["2001:db8::25"] }, here },
  ],
});
