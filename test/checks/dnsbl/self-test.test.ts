import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dnsbl/self-test.js";
import { dbl, entries, spamcop, surbl, zen } from "./lists.js";

const here = { lists: ["bl.spamcop.net"] };

testCheck(check, {
  works: [
    { zone: spamcop, here },
    { zone: zen, here: { lists: ["zen.spamhaus.org"] } },
    { zone: dbl, here: { lists: ["dbl.spamhaus.org"] } },
    { zone: surbl, here: { lists: ["multi.surbl.org"] } },
    { zone: `2.0.0.127.bl.example.net A 127.0.0.9`, here: { lists: ["bl.example.net"] } },
  ],
  everything: [
    { zone: `*.bl.spamcop.net A 127.0.0.2`, here },
    { zone: `${spamcop}\n1.0.0.127.bl.spamcop.net A 127.0.0.2`, here },
    { zone: `${dbl}\ninvalid.dbl.spamhaus.org A 127.0.1.2`, here: { lists: ["dbl.spamhaus.org"] } },
  ],
  nothing: [
    { zone: "", here },
    { zone: `2.0.0.127.bl.spamcop.net TXT "listed"`, here },
  ],
  ended: [
    { zone: entries.v4("dnsbl.sorbs.net"), here: { lists: ["dnsbl.sorbs.net"] } },
    { zone: "", here: { lists: ["cbl.abuseat.org"] } },
  ],
  parked: { zone: `*.bl.spamcop.net A 203.0.113.80`, here },
  inconclusive: [
    { zone: `2.0.0.127.bl.spamcop.net A 127.255.255.254`, here },
    { zone: `*.bl.spamcop.net A 127.255.255.1`, here },
    { zone: `2.0.0.127.bl.spamcop.net * !timeout`, here },
    { zone: `*.bl.spamcop.net A 203.0.113.80\nmailworthy-q7x3vz9k2m.invalid A 203.0.113.80`, here },
    { zone: `*.multi.surbl.org A 127.0.0.1`, here: { lists: ["multi.surbl.org"] } },
  ],
});
