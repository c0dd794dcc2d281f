import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/dnsbl/ip-listed.js";
import { dbl, entries, spamcop, zen } from "./lists.js";

const target = { senders: ["192.0.2.25"] };
const v6 = { senders: ["2001:db8::25"] };
const nibbles = "5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2";
const both = { lists: ["zen.spamhaus.org", "bl.spamcop.net"] };
const onZen = { lists: ["zen.spamhaus.org"] };
const onSpamcop = { lists: ["bl.spamcop.net"] };
const at = (zone: string, code: string): string => `25.2.0.192.${zone} A ${code}`;

testCheck(check, {
  clean: [
    { zone: `${zen}\n${spamcop}`, target, here: both },
    { zone: `${zen}\n${spamcop}\n25.2.0.192.bl.spamcop.net TXT "listed"`, target, here: both },
    { zone: zen, target: v6, here: both },
    { zone: entries.v4("bl.example.net"), target, here: { lists: ["bl.example.net"] } },
  ],
  listed: [
    { zone: `${zen}\n${at("zen.spamhaus.org", "127.0.0.2")}`, target, here: onZen },
    {
      zone: `${zen}\n${at("zen.spamhaus.org", "127.0.0.10")}\n${at("zen.spamhaus.org", "127.0.0.4")}`,
      target,
      here: onZen,
    },
    {
      zone: `${zen}\n${at("zen.spamhaus.org", "127.0.0.2")}\n${at("zen.spamhaus.org", "127.0.0.77")}`,
      target,
      here: onZen,
    },
    { zone: `${zen}\n${nibbles}.zen.spamhaus.org A 127.0.0.3`, target: v6, here: onZen },
    { zone: `${zen}\n${at("zen.spamhaus.org", "127.0.0.3")}\n2.0.0.127.bl.spamcop.net * !timeout`, target, here: both },
  ],
  weighed: [
    { zone: `${spamcop}\n${at("bl.spamcop.net", "127.0.0.2")}`, target, here: onSpamcop },
    { zone: `${zen}\n${spamcop}\n${at("bl.spamcop.net", "127.0.0.2")}`, target, here: both },
    {
      zone: `${entries.v4("bl.example.net")}\n${at("bl.example.net", "127.0.0.2")}`,
      target,
      here: { lists: ["bl.example.net"] },
    },
  ],
  skip: [
    { zone: `${zen}\n${at("zen.spamhaus.org", "127.0.0.2")}`, here: onZen },
    { zone: zen, target },
    { zone: dbl, target, here: { lists: ["dbl.spamhaus.org"] } },
    { zone: spamcop, target: v6, here: onSpamcop },
  ],
  inconclusive: [
    // refused, by the test entry or only by the question itself
    { zone: `*.zen.spamhaus.org A 127.255.255.254`, target, here: onZen },
    { zone: `${zen}\n${at("zen.spamhaus.org", "127.255.255.255")}`, target, here: onZen },
    {
      zone: `${zen}\n${at("zen.spamhaus.org", "127.0.0.2")}\n${at("zen.spamhaus.org", "127.255.255.255")}`,
      target,
      here: onZen,
    },
    // codes that the list does not document
    { zone: `${zen}\n${at("zen.spamhaus.org", "127.0.0.1")}`, target, here: onZen },
    { zone: `${zen}\n${at("zen.spamhaus.org", "127.0.0.77")}`, target, here: onZen },
    // a list that lists the world, a dead one, a parked one
    { zone: `*.bl.spamcop.net A 127.0.0.2`, target, here: onSpamcop },
    { zone: "", target, here: onSpamcop },
    { zone: `*.bl.spamcop.net A 203.0.113.80`, target, here: onSpamcop },
    // a resolver that invents addresses, also when it lets the test entries alone
    { zone: `*.bl.spamcop.net A 203.0.113.80\nmailworthy-q7x3vz9k2m.invalid A 203.0.113.80`, target, here: onSpamcop },
    { zone: `${zen}\n${at("zen.spamhaus.org", "203.0.113.80")}`, target, here: onZen },
    // one list silent: the other being clean is not enough, nor a listing of less weight
    { zone: `${zen}\n2.0.0.127.bl.spamcop.net * !timeout`, target, here: both },
    {
      zone: `2.0.0.127.zen.spamhaus.org * !timeout\n${spamcop}\n${at("bl.spamcop.net", "127.0.0.2")}`,
      target,
      here: both,
    },
    // the test entry of the other family is no proof
    { zone: entries.v4("zen.spamhaus.org"), target: v6, here: onZen },
  ],
});

it("names the lists that have not answered, and shows what the others said", async () => {
  const { results } = await examine(check, {
    zone: `*.zen.spamhaus.org A 127.255.255.255\n${spamcop}\n${at("bl.spamcop.net", "127.0.0.2")}`,
    target,
    here: both,
  });
  expect(results).toMatchObject([
    {
      status: "inconclusive",
      reason: "listed by SpamCop, but Spamhaus ZEN refuses resolver 192.0.2.53: it was asked too much",
      cause: "dnsbl zen.spamhaus.org",
      evidence: [{ kind: "records", name: "25.2.0.192.bl.spamcop.net", records: [{ text: "127.0.0.2" }] }],
    },
  ]);
});

it("tells what helps against a policy listing", async () => {
  const { results } = await examine(check, {
    zone: `${zen}\n${at("zen.spamhaus.org", "127.0.0.11")}`,
    target,
    here: onZen,
  });
  expect(results[0]!.findings[0]!.fix!.text).toBe(
    "Send through your provider's mail server, or have the range's owner release the address.",
  );
});

it("never shows a key that belongs to a list", async () => {
  const key = "abcdefghijklmnopqrstuvwxyz";
  const zone = `${key}.zen.dq.spamhaus.net`;
  const listed = `2.0.0.127.${zone} A 127.0.0.2\n25.2.0.192.${zone} A 127.0.0.2`;
  for (const text of [listed, `2.0.0.127.${zone} A !timeout`]) {
    const report = await examine(check, { zone: text, target, here: { lists: [zone] } });
    expect(JSON.stringify(report)).not.toContain(key);
    expect(JSON.stringify(report)).toContain("key.zen.dq.spamhaus.net");
  }
});
