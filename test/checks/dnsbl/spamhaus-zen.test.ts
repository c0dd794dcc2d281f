import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/dnsbl/spamhaus-zen.js";
import { entries, spamcop, zen } from "./lists.js";

const target = { senders: ["192.0.2.25"] };
const v6 = { senders: ["2001:db8::25"] };
const nibbles = "5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2";
const here = { lists: ["zen.spamhaus.org"] };
const answering = (...codes: string[]): { zone: string; target: typeof target; here: typeof here } => ({
  zone: [zen, ...codes.map((code) => `25.2.0.192.zen.spamhaus.org A ${code}`)].join("\n"),
  target,
  here,
});

testCheck(check, {
  clean: [answering(), { zone: zen, target: v6, here }],
  sbl: answering("127.0.0.2"),
  css: [answering("127.0.0.3"), { zone: `${zen}\n${nibbles}.zen.spamhaus.org A 127.0.0.3`, target: v6, here }],
  xbl: [answering("127.0.0.4"), answering("127.0.0.7"), answering("127.0.0.4", "127.0.0.5", "127.0.0.6")],
  drop: answering("127.0.0.9"),
  pbl: answering("127.0.0.11"),
  pblByProvider: [answering("127.0.0.10"), answering("127.0.0.10", "127.0.0.77")],
  bcl: answering("127.0.0.30"),
  skip: [
    { zone: zen, here },
    { zone: spamcop, target, here: { lists: ["bl.spamcop.net"] } },
    { zone: zen, target },
  ],
  inconclusive: [
    { zone: `*.zen.spamhaus.org A 127.255.255.254`, target, here },
    answering("127.255.255.252"),
    answering("127.0.0.2", "127.255.255.255"),
    answering("127.0.0.1"),
    answering("127.0.0.77"),
    answering("203.0.113.80"),
    { zone: "", target, here },
    { zone: `2.0.0.127.zen.spamhaus.org * !timeout`, target, here },
    // the test entry of the other family is no proof
    { zone: entries.v4("zen.spamhaus.org"), target: v6, here },
  ],
});

it("tells each list that the answer stands for once, with what ends it", async () => {
  const { results } = await examine(check, answering("127.0.0.2", "127.0.0.4", "127.0.0.5", "127.0.0.11"));
  expect(results[0]!.findings.map(({ verdict, fix }) => [verdict, fix!.text])).toEqual([
    ["sbl", "End what its entry names; the provider of 192.0.2.25 asks for the removal: https://check.spamhaus.org/"],
    [
      "xbl",
      "Clean the infected or open machine at 192.0.2.25, or behind it; then ask for the removal: https://check.spamhaus.org/",
    ],
    [
      "pbl",
      "Where 192.0.2.25 is the fixed address of a mail server, have it excluded; else send through the provider's server: https://check.spamhaus.org/",
    ],
  ]);
});
