import domainListed from "../../../checks/dnsbl/domain-listed.js";
import ipListed from "../../../checks/dnsbl/ip-listed.js";
import selfTest from "../../../checks/dnsbl/self-test.js";
import spamhausZen from "../../../checks/dnsbl/spamhaus-zen.js";
import { testPeers } from "../peers.js";
import { dbl, entries, spamcop, surbl, zen } from "./lists.js";

const target = { senders: ["192.0.2.25"] };
const asking = (...lists: string[]) => ({ target, here: { lists } });
const at = (zone: string, code: string): string => `25.2.0.192.${zone} A ${code}`;
const uribl = "test.uribl.com.multi.uribl.com A 127.0.0.14";

testPeers({
  "answers that are no listing": [
    ...["252", "253", "254", "255"].map(
      (last) =>
        [
          `check_rbl and pydnsbl took 127.255.255.${last} for a listing`,
          spamhausZen,
          { zone: `${zen}\n${at("zen.spamhaus.org", `127.255.255.${last}`)}`, ...asking("zen.spamhaus.org") },
          "inconclusive",
        ] as const,
    ),
    [
      "127.0.0.1 of URIBL was taken for a listing",
      domainListed,
      { zone: `${uribl}\nexample.com.multi.uribl.com A 127.0.0.1`, ...asking("multi.uribl.com") },
      "inconclusive",
    ],
    [
      "127.0.0.1 of SURBL was taken for a listing",
      domainListed,
      { zone: `${surbl}\nexample.com.multi.surbl.org A 127.0.0.1`, ...asking("multi.surbl.org") },
      "inconclusive",
    ],
    [
      "127.0.1.255 of the DBL was taken for a listing",
      domainListed,
      { zone: `${dbl}\nexample.com.dbl.spamhaus.org A 127.0.1.255`, ...asking("dbl.spamhaus.org") },
      "inconclusive",
    ],
    [
      "any answer was taken for a listing, whatever the list documents",
      ipListed,
      { zone: `${spamcop}\n${at("bl.spamcop.net", "127.0.0.200")}`, ...asking("bl.spamcop.net") },
      "inconclusive",
    ],
    [
      "a list that gives no answer was taken for one that does not list",
      ipListed,
      { zone: `${spamcop}\n25.2.0.192.bl.spamcop.net A !timeout`, ...asking("bl.spamcop.net") },
      "inconclusive",
    ],
  ],
  "lists that are no more, and resolvers that invent": [
    [
      "pydnsbl kept lists that are dead",
      ipListed,
      { zone: spamcop, ...asking("bl.spamcop.net", "dnsbl.sorbs.net") },
      "inconclusive",
    ],
    [
      "mailcow showed what a list without its test entry says",
      selfTest,
      { zone: "", ...asking("bl.spamcop.net") },
      "nothing",
    ],
    [
      "a list that expired lists everything, and was believed",
      ipListed,
      { zone: `*.bl.spamcop.net A 127.0.0.2`, ...asking("bl.spamcop.net") },
      "inconclusive",
    ],
    [
      "a zone that was sold answers with the address of a shop, and was believed",
      ipListed,
      { zone: `*.bl.example.net A 203.0.113.80`, ...asking("bl.example.net") },
      "inconclusive",
    ],
    [
      "check-dnsbl took what a provider invents for NXDOMAIN for a listing",
      ipListed,
      {
        zone: `${spamcop}\n${at("bl.spamcop.net", "203.0.113.80")}\nmailworthy-q7x3vz9k2m.invalid A 203.0.113.80`,
        ...asking("bl.spamcop.net"),
      },
      "inconclusive",
    ],
    [
      "lists of IPv4 addresses were asked for IPv6 ones",
      ipListed,
      {
        zone: entries.v4("bl.spamcop.net"),
        target: { senders: ["2001:db8::25"] },
        here: { lists: ["bl.spamcop.net"] },
      },
      "skip",
    ],
  ],
});
