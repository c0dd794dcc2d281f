import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/dnsbl/ip-listed.js";
import { dbl, entries, spamcop, zen } from "./lists.js";

const target = { senders: ["192.0.2.25"] };
const v6 = { senders: ["2001:db8::25"] };
const nibbles = "5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2";
const sem = "bl.ipv6.spameatingmonkey.net";
const psbl = entries.v4("psbl.surriel.com");
const here = { lists: ["bl.spamcop.net"] };
const both = { lists: ["bl.spamcop.net", "psbl.surriel.com"] };
const at = (zone: string, code: string): string => `25.2.0.192.${zone} A ${code}`;

testCheck(check, {
  clean: [
    { zone: spamcop, target, here },
    { zone: `${spamcop}\n25.2.0.192.bl.spamcop.net TXT "listed"`, target, here },
    { zone: entries.v6(sem), target: v6, here: { lists: ["bl.spamcop.net", sem] } },
    { zone: entries.v4("bl.example.net"), target, here: { lists: ["bl.example.net"] } },
    // ZEN has a check of its own
    {
      zone: `${zen}\n${at("zen.spamhaus.org", "127.0.0.2")}\n${spamcop}`,
      target,
      here: { lists: ["zen.spamhaus.org", "bl.spamcop.net"] },
    },
  ],
  listed: [
    { zone: `${spamcop}\n${at("bl.spamcop.net", "127.0.0.2")}`, target, here },
    { zone: `${spamcop}\n${at("bl.spamcop.net", "127.0.0.2")}\n${at("bl.spamcop.net", "127.0.0.77")}`, target, here },
    { zone: `${entries.v6(sem)}\n${nibbles}.${sem} A 127.0.0.2`, target: v6, here: { lists: [sem] } },
    {
      zone: `${entries.v4("bl.example.net")}\n${at("bl.example.net", "127.0.0.2")}`,
      target,
      here: { lists: ["bl.example.net"] },
    },
    // one list silent: a listing is certain whatever the other would say
    {
      zone: `${spamcop}\n${at("bl.spamcop.net", "127.0.0.2")}\n2.0.0.127.psbl.surriel.com * !timeout`,
      target,
      here: both,
    },
  ],
  skip: [
    { zone: `${spamcop}\n${at("bl.spamcop.net", "127.0.0.2")}`, here },
    { zone: spamcop, target },
    { zone: zen, target, here: { lists: ["zen.spamhaus.org"] } },
    { zone: dbl, target, here: { lists: ["dbl.spamhaus.org"] } },
    { zone: spamcop, target: v6, here },
  ],
  inconclusive: [
    // refused, by the test entry or only by the question itself
    { zone: `*.bl.spamcop.net A 127.255.255.254`, target, here },
    { zone: `${spamcop}\n${at("bl.spamcop.net", "127.255.255.255")}`, target, here },
    {
      zone: `${spamcop}\n${at("bl.spamcop.net", "127.0.0.2")}\n${at("bl.spamcop.net", "127.255.255.0")}`,
      target,
      here,
    },
    // codes that the list does not document
    { zone: `${spamcop}\n${at("bl.spamcop.net", "127.0.0.1")}`, target, here },
    { zone: `${spamcop}\n${at("bl.spamcop.net", "127.0.0.77")}`, target, here },
    // a list that lists the world, a dead one, a parked one
    { zone: `*.bl.spamcop.net A 127.0.0.2`, target, here },
    { zone: "", target, here },
    { zone: entries.v4("dnsbl.sorbs.net"), target, here: { lists: ["dnsbl.sorbs.net"] } },
    { zone: `*.bl.spamcop.net A 203.0.113.80`, target, here },
    // a resolver that invents addresses, also when it lets the test entries alone
    { zone: `*.bl.spamcop.net A 203.0.113.80\nmailworthy-q7x3vz9k2m.invalid A 203.0.113.80`, target, here },
    { zone: `${spamcop}\n${at("bl.spamcop.net", "203.0.113.80")}`, target, here },
    // one list silent: the other being clean is not enough
    { zone: `${spamcop}\n2.0.0.127.psbl.surriel.com * !timeout`, target, here: both },
    { zone: `${psbl}\n2.0.0.127.bl.spamcop.net A !servfail`, target, here: both },
    // the test entry of the other family is no proof
    { zone: entries.v4(sem), target: v6, here: { lists: [sem] } },
  ],
});

it("names the lists that have not answered", async () => {
  const { results } = await examine(check, {
    zone: `*.psbl.surriel.com A 127.255.255.255\n${spamcop}`,
    target,
    here: both,
  });
  expect(results).toMatchObject([
    {
      status: "inconclusive",
      reason: "on none of 1 lists, but PSBL refuses resolver 192.0.2.53: it was asked too much",
      cause: "dnsbl psbl.surriel.com",
    },
  ]);
});
