import spfDeny from "../../../checks/parked/spf-deny.js";
import includeResolves from "../../../checks/spf/include-resolves.js";
import lookupLimit from "../../../checks/spf/lookup-limit.js";
import macroValid from "../../../checks/spf/macro-valid.js";
import mxAddressLimit from "../../../checks/spf/mx-address-limit.js";
import nearMiss from "../../../checks/spf/near-miss-record.js";
import present from "../../../checks/spf/present.js";
import ptrMechanism from "../../../checks/spf/ptr-mechanism.js";
import redirectWithAll from "../../../checks/spf/redirect-with-all.js";
import single from "../../../checks/spf/single-record.js";
import syntax from "../../../checks/spf/syntax.js";
import terminator from "../../../checks/spf/terminator.js";
import unknownModifier from "../../../checks/spf/unknown-modifier.js";
import voidLookups from "../../../checks/spf/void-lookups.js";
import { testPeers } from "../peers.js";

const sends = { role: ["sends"] as const };
const spf = (terms: string, ...more: string[]) => ({
  zone: [`example.com TXT "v=spf1 ${terms}"`, ...more].join("\n"),
  target: sends,
});
const each = (count: number, one: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => one(at));
const hosts = (count: number): string[] => each(count, (at) => `h${at}.example A 192.0.2.${at}`);

testPeers({
  counting: [
    [
      "checkdmarc counted one void lookup as two",
      voidLookups,
      spf("a:gone.example a:h0.example -all", ...hosts(1), "h0.example AAAA 2001:db8::1"),
      "within",
    ],
    ["Internet.nl looks at no void lookups", voidLookups, spf("a:a.example a:b.example a:c.example -all"), "exceeded"],
    [
      "checkdmarc counted the addresses of the hosts behind mx",
      lookupLimit,
      spf("mx -all", ...each(10, (at) => `example.com MX ${at} h${at}.example`), ...hosts(10)),
      "within",
    ],
    [
      "checkdmarc held a domain with more than ten MX records to no limit of its own",
      mxAddressLimit,
      spf("mx -all", ...each(11, (at) => `example.com MX ${at} h${at}.example`), ...hosts(11)),
      "exceeded",
    ],
    [
      "checkdmarc broke off at eleven lookups and gave no number",
      lookupLimit,
      spf(`${each(14, (at) => `a:h${at}.example`).join(" ")} -all`, ...hosts(14)),
      "exceeded",
    ],
    [
      "Internet.nl looked for mx and a anywhere in a term",
      lookupLimit,
      spf(
        `${each(12, (at) => `ip4:192.0.2.${at}`).join(" ")} include:mx.a.example -all`,
        'mx.a.example TXT "v=spf1 -all"',
      ),
      "within",
    ],
    ["checkdmarc 5 followed a redirect beside all", redirectWithAll, spf("redirect=gone.example -all"), "ignored"],
  ],
  reading: [
    ["checkdmarc let two redirects pass", syntax, spf("redirect=a.example redirect=b.example"), "malformed"],
    ["checkdmarc let an empty exists pass", syntax, spf("exists: -all"), "malformed"],
    ["checkdmarc let an empty include pass", syntax, spf("include: -all"), "malformed"],
    ["checkdmarc took ip4:192.0.2.1~all for an address", syntax, spf("ip4:192.0.2.1~all"), "malformed"],
    ["checkdmarc 5 took a modifier that it does not know for an error", syntax, spf("x-y=z -all"), "valid"],
    [
      "and where that is asked for it is told, not held against the domain",
      unknownModifier,
      spf("x-y=z -all"),
      "ignored",
    ],
    ["checkdmarc refused macros in upper case", macroValid, spf("exists:%{I}.%{D}.example -all"), "valid"],
    ["checkdmarc lost ptr", ptrMechanism, spf("ptr -all"), "used"],
    [
      "checkdmarc took a record with a blank before it",
      present,
      { zone: 'example.com TXT " v=spf1 -all"', target: sends },
      "none",
    ],
    [
      "such a record is told as one that receivers do not take",
      nearMiss,
      { zone: 'example.com TXT " v=spf1 -all"', target: sends },
      "stray",
    ],
    ["checkdmarc broke on octets that are no text", present, spf("-all", 'example.com TXT "\\255\\254"'), "present"],
    [
      "checkdmarc put a blank between the strings of a record",
      syntax,
      {
        zone: 'example.com TXT "v=spf1 include:_spf.exam" "ple.net -all"\n_spf.example.net TXT "v=spf1 -all"',
        target: sends,
      },
      "valid",
    ],
    [
      "a string in two parts is one record, not two",
      single,
      { zone: 'example.com TXT "v=spf1 ip4:192.0.2.1" " -all"', target: sends },
      "single",
    ],
    [
      "Internet.nl wants one spelling of a record that lets nobody send",
      spfDeny,
      { zone: 'example.com TXT "V=SPF1   -ALL"', target: { role: ["parked"] } },
      "denies",
    ],
    [
      "Internet.nl held the ?all of an included record against the domain",
      terminator,
      spf("include:b.example -all", 'b.example TXT "v=spf1 ip4:192.0.2.1 ?all"'),
      "closed",
    ],
  ],
  "what could not be asked, and what is not there": [
    [
      "checkdmarc told a timeout as an error of SPF",
      present,
      { zone: "example.com TXT !timeout", target: sends },
      "inconclusive",
    ],
    ["Artemis took it for no SPF record", single, { zone: "example.com TXT !servfail", target: sends }, "inconclusive"],
    [
      "checkdmarc 5 only warned where an include has no record",
      includeResolves,
      spf("include:gone.example -all"),
      "none",
    ],
    [
      "an include that nobody answers for is not one that is gone",
      includeResolves,
      spf("include:b.example -all", "b.example TXT !timeout"),
      "inconclusive",
    ],
  ],
});
