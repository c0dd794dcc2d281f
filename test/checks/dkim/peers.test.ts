import commonSelectors from "../../../checks/dkim/common-selectors.js";
import domainkeyNode from "../../../checks/dkim/domainkey-node.js";
import keyParse from "../../../checks/dkim/key-parse.js";
import revoked from "../../../checks/dkim/revoked.js";
import secondSelector from "../../../checks/dkim/second-selector.js";
import selectorPresent from "../../../checks/dkim/selector-present.js";
import { testPeers } from "../peers.js";
import { keys } from "./keys.js";

const mx = "example.com MX 10 mx1.example.com";
const key = `s1._domainkey.example.com TXT "v=DKIM1; p=${keys.rsa2048}"`;
const declared = { selectors: ["s1"] };

testPeers({
  "what guessing shows": [
    ["Internet.nl takes it for no DKIM that _domainkey does not exist", domainkeyNode, { zone: mx }, "missing"],
    ["a selector that nobody declared is not missing", selectorPresent, { zone: mx }, "skip"],
    [
      "domain-security-scanner told a domain with its own names of selectors as one without DKIM",
      commonSelectors,
      { zone: `${mx}\n${key.replace("s1.", "our-own-name.")}` },
      "skip",
    ],
    [
      "Internet.nl takes it for DKIM that _domainkey exists by a wildcard",
      selectorPresent,
      { zone: `${mx}\n*.example.com TXT "anything"`, target: declared },
      "other",
    ],
    [
      "a wildcard made every guessed selector look found",
      commonSelectors,
      { zone: `${mx}\n*._domainkey.example.com TXT "v=DKIM1; p="` },
      "skip",
    ],
    [
      "a selector that nobody answered for was told as missing",
      commonSelectors,
      { zone: `${mx}\n*._domainkey.example.com TXT !timeout` },
      "inconclusive",
    ],
  ],
  "selectors of the past": [
    [
      "dmarq held keys out of use, known by old reports, against the domain",
      revoked,
      { zone: `${mx}\nold._domainkey.example.com TXT "v=DKIM1; p="`, target: { learnt: { selectors: ["old"] } } },
      "skip",
    ],
    ["and those that are gone", selectorPresent, { zone: mx, target: { learnt: { selectors: ["old"] } } }, "skip"],
    [
      "one that is not known to be gone is not taken out of use",
      selectorPresent,
      { zone: `${mx}\nold._domainkey.example.com TXT !timeout`, target: { learnt: { selectors: ["old"] } } },
      "inconclusive",
    ],
    [
      "a second selector that nobody answered for is not lacking",
      secondSelector,
      { zone: `${mx}\n${key}\ns2._domainkey.example.com TXT !servfail`, target: { selectors: ["s1", "s2"] } },
      "inconclusive",
    ],
  ],
  "the text of the key": [
    [
      "checkers joined the strings of a long key with blanks",
      keyParse,
      {
        zone: `s1._domainkey.example.com TXT "v=DKIM1; p=${keys.rsa2048.slice(0, 100)}" "${keys.rsa2048.slice(100)}"`,
        target: declared,
      },
      "readable",
    ],
  ],
});
