import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dnsbl/name-listed.js";
import { dbl, spamcop, surbl } from "./lists.js";

const here = { lists: ["dbl.spamhaus.org", "multi.surbl.org", "bl.spamcop.net"] };
const target = { senders: ["192.0.2.25"] };
const ptr = "25.2.0.192.in-addr.arpa PTR mail.example.net";
const world = `${dbl}\n${surbl}\n${spamcop}\n${ptr}`;
const own = `${world}\nexample.com MX 10 mx.example.com\nmx.example.com A 192.0.2.25`;
const greets = (name: string): Record<string, string> => ({
  "192.0.2.25:25": `S: 220 ${name} ESMTP\nC: EHLO *\nS: 250 ok`,
});

testCheck(check, {
  clean: [
    { zone: world, target, here },
    { zone: own, target, here, smtp: greets("mx.example.com") },
  ],
  listed: [
    { zone: `${world}\nmail.example.net.dbl.spamhaus.org A 127.0.1.2`, target, here },
    { zone: `${world}\nexample.net.multi.surbl.org A 127.0.0.64`, target, here },
    { zone: `${own}\nbad.example.org.dbl.spamhaus.org A 127.0.1.2`, target, here, smtp: greets("bad.example.org") },
    // what its greeting would be is not needed then
    { zone: `${own}\nmail.example.net.dbl.spamhaus.org A 127.0.1.2`, target, here },
  ],
  skip: [
    { zone: world, here },
    { zone: `${dbl}\n${surbl}`, target, here },
    { zone: world, target, here: { lists: ["bl.spamcop.net"] } },
    { zone: world, target },
  ],
  inconclusive: [
    { zone: own, target, here },
    { zone: `${world}\nmail.example.net.dbl.spamhaus.org A 127.0.1.255`, target, here },
    { zone: `${dbl}\n${surbl}\n25.2.0.192.in-addr.arpa PTR !timeout`, target, here },
  ],
});
