import bimiRecord from "../../../checks/bimi/record.js";
import nameMatch from "../../../checks/cert/name-match.js";
import matchesChain from "../../../checks/dane/matches-chain.js";
import bogusCheck from "../../../checks/dnssec/bogus.js";
import domainSigned from "../../../checks/dnssec/domain-signed.js";
import mxHostSigned from "../../../checks/dnssec/mx-host-signed.js";
import mxPresent from "../../../checks/mx/present.js";
import targetNotCname from "../../../checks/mx/target-not-cname.js";
import startTls from "../../../checks/tls/starttls-offered.js";
import { own, showing } from "../dane/hosts.js";
import { bogus, signed, unvalidated } from "../dnssec/zones.js";
import { mailHost, secured } from "../mail-host.js";
import { testPeers } from "../peers.js";

const named = (mx: string, certificate: string) => ({
  ...mailHost(secured(`TLS: ${certificate}`)),
  zone: `example.com MX 10 ${mx}\nmx1.example.com A 192.0.2.25`,
});
const alias = "mx1.example.com A !none\nmx1.example.com CNAME real.example.com\nreal.example.com A 192.0.2.25";

testPeers({
  names: [
    [
      "happyDeliver showed a stranger's BIMI record, by way of the resolver's search list",
      bimiRecord,
      {
        zone: 'example.com TXT "v=spf1 mx -all"\ndefault._bimi.example.com.office.example TXT "v=BIMI1; l="',
        target: { role: ["sends"] },
      },
      "skip",
    ],
    [
      "the last dot of an MX record was compared with the certificate",
      nameMatch,
      named("mx1.example.com.", "mx1.example.com"),
      "named",
    ],
    ["so was the case of letters", nameMatch, named("MX1.Example.COM.", "Mx1.example.com"), "named"],
    [
      "checkdmarc broke on aliases where it looked at DNSSEC",
      mxHostSigned,
      { ...signed(), zone: signed().zone!.replace("mx1.example.com A 192.0.2.25", alias.replace(/^.*!none\n/, "")) },
      "secure",
    ],
    [
      "Zonemaster looked for an alias at the domain alone, not at the mail host",
      targetNotCname,
      { zone: `example.com MX 10 mx1.example.com\n${alias.replace(/^.*!none\n/, "")}` },
      "alias",
    ],
  ],
  "DNSSEC through a resolver": [
    [
      "checkdmarc 5 called a broken zone signed behind a resolver that does not validate",
      domainSigned,
      unvalidated(),
      "inconclusive",
    ],
    [
      "Internet.nl took a name server that could not be reached for a broken signature",
      bogusCheck,
      bogusBy(22),
      "inconclusive",
    ],
    ["and a signature that is told as broken by its code is one", bogusCheck, bogusBy(6), "bogus"],
    [
      "Internet.nl lost AD where an answer came from a cache without it, and called the zone unsigned",
      domainSigned,
      { ...signed(), zone: signed().zone!.replace("; secure example.com", "; validating") },
      "inconclusive",
    ],
  ],
  "mail hosts that will not talk to us": [
    ["Internet.nl took 421 for no STARTTLS", startTls, mailHost("S: 421 4.7.0 too many connections"), "inconclusive"],
    [
      "sslscan took a 4xx greeting for a server without TLS",
      startTls,
      mailHost("S: 450 4.7.1 try later"),
      "inconclusive",
    ],
    [
      "Hardenize took a block of its own address for a fault",
      startTls,
      mailHost("S: 554 5.7.1 blocked by policy"),
      "inconclusive",
    ],
    [
      "Internet.nl took a tarpit for a server without TLS",
      startTls,
      mailHost("S: 220 mx1.example.com\nC: EHLO *\n!timeout"),
      "inconclusive",
    ],
    [
      "checkdmarc 5 said that STARTTLS is not supported where the certificate cannot be verified",
      startTls,
      mailHost(secured("TLS: mx1.example.com trust=self-signed")),
      "offered",
    ],
    [
      "a resolver that fails was taken for a domain without MX",
      mxPresent,
      { zone: "example.com MX !servfail", target: { role: ["receives"] } },
      "inconclusive",
    ],
    [
      "a certificate that ended was held against a host that DANE vouches for",
      matchesChain,
      showing(`mx1.example.com spki=${own} until 2025-01-01`, `3 1 1 ${own}`),
      "key",
    ],
  ],
});

function bogusBy(code: number) {
  const world = bogus("example.com");
  return { ...world, zone: world.zone!.replace("; bogus example.com", `; bogus example.com ${code}`) };
}
