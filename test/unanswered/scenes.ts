import type { DomainTarget, MessageTarget } from "mailworthy";
import type { World } from "mailworthy/testing";
import { certified, mark, svg } from "../checks/bimi/brand.js";
import { key, rrsig } from "../checks/dnssec/zones.js";
import { letter, received, signed, signer } from "../mail.js";

/** A world, and what is asked about it. */
export interface Scene {
  title: string;
  world: World;
  target: DomainTarget | MessageTarget;
}

const digest = "11".repeat(32);

/** What a mail host as it ought to be says on port 25, whatever is offered in TLS. */
function mailHost(name: string, tls = `TLS: ${name} spki=${digest}`): Record<string, string> {
  const upTo = `S: 220 ${name} ESMTP\nC: EHLO *\nS: 250-${name}\nS: 250-SIZE 52428800\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go ahead\n`;
  const after = `\nC: EHLO *\nS: 250-${name}\nS: 250 SIZE 52428800`;
  return {
    [`${name}:25`]: upTo + tls + after,
    [`${name}:25/permissive`]: upTo + tls + after,
    [`${name}:25/legacy`]: `${upTo}TLS: !alert protocol_version`,
  };
}

/** What every place sees: control hosts that answer, and blocklists that work. */
const everywhere = `
  . NS a.root-servers.net
  control.example A 198.51.100.1
  control.example AAAA 2001:db8:1::1
  2.0.0.127.zen.spamhaus.org A 127.0.0.2
  2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.zen.spamhaus.org A 127.0.0.2
  2.0.0.127.dnsbl-2.uceprotect.net A 127.0.0.2
  2.0.0.127.list.dnswl.org A 127.0.10.0
  2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.list.dnswl.org A 127.0.10.0
  2.0.0.127.bl.spamcop.net A 127.0.0.2
  dbltest.com.dbl.spamhaus.org A 127.0.1.2
  com SOA a.gtld.example nstld.example 1 1800 900 604800 900
  com DS 1 13 2 ${"ab".repeat(32)}`;

/** What a run is told besides its targets. */
export const here = {
  trustAd: true,
  controls: ["control.example"],
  lists: ["zen.spamhaus.org", "bl.spamcop.net", "dbl.spamhaus.org", "list.dnswl.org", "dnsbl-2.uceprotect.net"],
};

const rsa = signer("example.com", "s1");
const other = signer("example.com", "s2");

const reverse25 = "25.2.0.192.in-addr.arpa";
const reverse25v6 = "5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.5.2.0.0.8.b.d.0.1.0.0.2.ip6.arpa";

const signatures = (...of: string[]): string =>
  of.map((one) => rrsig(...(one.split(" ") as [string, string]), "20251215000000", "20260201000000")).join("\n");

const healthyZone = `
  ; validating
  ; secure example.com
  ${everywhere}
  example.com SOA ns1.example.com hostmaster.example.com 2026010100 7200 900 1209600 300
  example.com NS ns1.example.com
  example.com NS ns2.example.com
  ns1.example.com A 192.0.2.53
  ns1.example.com AAAA 2001:db8:53::53
  ns2.example.com A 198.51.100.54
  ns2.example.com AAAA 2001:db8:54::54
  example.com DS 12345 13 2 ${"ab".repeat(32)}
  example.com DNSKEY ${key}
  example.com CAA 0 issue "letsencrypt.org"
  example.com A 192.0.2.80
  example.com MX 10 mx1.example.com
  example.com MX 20 mx2.example.com
  mx1.example.com A 192.0.2.25
  mx1.example.com AAAA 2001:db8:25::25
  mx2.example.com A 192.0.2.26
  mx2.example.com AAAA 2001:db8:25::26
  _25._tcp.mx1.example.com TLSA 3 1 1 ${digest}
  _25._tcp.mx1.example.com TLSA 3 1 1 ${"22".repeat(32)}
  _25._tcp.mx2.example.com TLSA 3 1 1 ${digest}
  _25._tcp.mx2.example.com TLSA 3 1 1 ${"22".repeat(32)}
  ${signatures("example.com MX", "example.com TXT", "example.com SOA", "mx1.example.com A", "_25._tcp.mx1.example.com TLSA")}
  example.com TXT "v=spf1 mx a:out.example.com include:_spf.esp.example exists:%{i}._e.example.com ip6:2001:db8:25::25 redirect=_rest.example.com"
  out.example.com A 192.0.2.27
  _rest.example.com TXT "v=spf1 ip4:203.0.113.77 -all"
  _spf.esp.example TXT "v=spf1 include:_more.esp.example -all"
  _more.esp.example TXT "v=spf1 ip4:203.0.113.0/28 -all"
  ${rsa.record}
  s2._domainkey.example.com CNAME s2.keys.esp.example
  ${other.record.replace(other.selector + "._domainkey.example.com", "s2.keys.esp.example")}
  _dmarc.example.com TXT "v=DMARC1; p=reject; sp=reject; np=reject; rua=mailto:d@example.com,mailto:d@reports.example; ruf=mailto:f@reports.example"
  example.com._report._dmarc.reports.example TXT "v=DMARC1"
  reports.example MX 10 mx.reports.example
  mx.reports.example A 203.0.113.9
  _mta-sts.example.com TXT "v=STSv1; id=20260101"
  mta-sts.example.com A 192.0.2.80
  _smtp._tls.example.com TXT "v=TLSRPTv1; rua=mailto:tls@reports.example"
  default._bimi.example.com TXT "v=BIMI1; l=https://logo.example.com/logo.svg; a=https://logo.example.com/mark.pem"
  logo.example.com A 192.0.2.80
  bounce.example.com MX 10 mx1.example.com
  bounce.example.com TXT "v=spf1 ip4:192.0.2.25 ip6:2001:db8:25::25 -all"
  ${reverse25} PTR mx1.example.com
  ${reverse25v6} PTR mx1.example.com
  26.2.0.192.in-addr.arpa PTR mx2.example.com
  6.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.5.2.0.0.8.b.d.0.1.0.0.2.ip6.arpa PTR mx2.example.com
  mx1.example.com TXT "v=spf1 a -all"`;

const healthyWeb = {
  "https://mta-sts.example.com/.well-known/mta-sts.txt":
    "version: STSv1\nmode: enforce\nmx: *.example.com\nmax_age: 1209600\n",
  ...certified(mark(), svg()).https,
};

const healthy: Scene = {
  title: "a sender as it ought to be",
  target: {
    domain: "example.com",
    selectors: ["s1", "s2"],
    senders: ["192.0.2.25", "2001:db8:25::25"],
    mailFrom: ["bounce.example.com"],
    ports: [25],
  },
  world: {
    zone: healthyZone,
    smtp: { ...mailHost("mx1.example.com"), ...mailHost("mx2.example.com"), ...mailHost("control.example") },
    ports: { "ns1.example.com:53": "open", "ns2.example.com:53": "open" },
    https: healthyWeb,
  },
};

const broken: Scene = {
  title: "a sender with much that is wrong",
  target: {
    domain: "example.com",
    selectors: ["s1", "old", "gone", "twice"],
    senders: ["192.0.2.25", "198.51.100.99"],
    mailFrom: ["bounce.example.net"],
  },
  world: {
    zone: `
  ; validating
  ${everywhere}
  example.com SOA ns1.example.com hostmaster.example.com 2026010100 7200 900 1209600 300
  example.com NS ns1.example.com
  example.com NS ns2.example.com
  ns1.example.com A 192.0.2.53
  ns2.example.com A 192.0.2.54
  @192.0.2.54 example.com MX 10 old.example.com
  example.com A 192.0.2.80
  *.example.com TXT "anything"
  example.com MX 10 mx1.example.com
  example.com MX 20 alias.example.com
  example.com MX 30 nowhere.example.com
  mx1.example.com A 192.0.2.25
  mx1.example.com A 10.0.0.1
  alias.example.com CNAME relay.esp.example
  relay.esp.example A 203.0.113.3
  _25._tcp.mx1.example.com TLSA 3 1 1 ${"22".repeat(32)}
  example.com TXT "v=spf1 mx ptr a:void1.example.com a:void2.example.com a:void3.example.com include:_a.esp.example include:_a.esp.example include:gone.example include:_loop.example.com ?all"
  example.com TXT "spf2.0/pra mx -all"
  _a.esp.example TXT "v=spf1 include:_b.esp.example exists:%{i}.e.esp.example ip4:10.0.0.0/8 a:x.esp.example mx:esp.example -all"
  _b.esp.example TXT "v=spf1 ip4:203.0.113.0/24 a:y.esp.example -all"
  y.esp.example A 203.0.113.40
  esp.example MX 10 mx.esp.example
  mx.esp.example A 203.0.113.1
  _loop.example.com TXT "v=spf1 include:_loop.example.com -all"
  s1._domainkey.example.com TXT "v=DKIM1; h=sha1; s=other; t=y; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCp5Tfz5hNGcgYNVVWONjfloPmHveV2qUa5j7H72Ed4ls+5QRoTRXsOuj+SumVMajuHVqKtIy4JXNFoGTPoApndS6Nj2U5rMnTLk4e71rZdeBvV1huKQtRhJEpxLfND/eAE0Y69m+A78FAH3P" "r39bxabkjS39M/5vDV23cQPEREsQIDAQAB"
  old._domainkey.example.com TXT "v=DKIM1; p="
  gone._domainkey.example.com CNAME gone.keys.esp.example
  twice._domainkey.example.com TXT "v=DKIM1; p="
  twice._domainkey.example.com TXT "v=DKIM1; p=AAAA"
  _dmarc.example.com TXT "v=DMARC1; p=none; sp=none; pct=50; fo=1; rua=mailto:d@reports.example!10m,mailto:d@nomail.example"
  _dmarc.example.com TXT "v=spf1 -all"
  com TXT "nothing"
  reports.example MX 0 .
  _mta-sts.example.com TXT "v=STSv1; id=20260101"
  mta-sts.example.com A 192.0.2.80
  _smtp._tls.example.com TXT "v=TLSRPTv1; rua=mailto:tls@nomail.example"
  default._bimi.example.com TXT "v=BIMI1; l=https://logo.example.com/logo.svg;"
  logo.example.com A 192.0.2.80
  ${reverse25} PTR host-192-0-2-25.dynamic.isp.example
  25.2.0.192.zen.spamhaus.org A 127.0.0.2
  25.2.0.192.dnsbl-2.uceprotect.net A 127.0.0.2
  25.2.0.192.list.dnswl.org A 127.0.5.1
  example.com.dbl.spamhaus.org A 127.0.1.2`,
    smtp: {
      "mx1.example.com:25":
        "S: 220 localhost ESMTP\nC: EHLO *\nS: 250-localhost\nS: 250-AUTH PLAIN LOGIN\nS: 250 SIZE 1000000",
      "relay.esp.example:25": "!refused",
      ...mailHost("alias.example.com", "TLS: alias.example.com until 2025-06-01 trust=self-signed key=rsa1024"),
      ...mailHost("control.example"),
    },
    ports: { "10.0.0.1:25": "refused", "ns1.example.com:53": "open", "ns2.example.com:53": "refused" },
    https: {
      "https://mta-sts.example.com/.well-known/mta-sts.txt":
        "version: STSv1\nmode: enforce\nmx: mx9.example.com\nmax_age: 60\n",
      "https://logo.example.com/logo.svg": "!404",
    },
  },
};

const parked: Scene = {
  title: "a parked domain",
  target: { domain: "example.com" },
  world: {
    zone: `
  ; validating
  ${everywhere}
  example.com SOA ns1.example.com hostmaster.example.com 2026010100 7200 900 1209600 300
  example.com NS ns1.example.com
  ns1.example.com A 192.0.2.53
  example.com A 192.0.2.80
  *.example.com A 192.0.2.80
  example.com MX 0 .
  example.com TXT "v=spf1 -all"
  *._domainkey.example.com TXT "v=DKIM1; p="
  _dmarc.example.com TXT "v=DMARC1; p=reject; rua=mailto:d@reports.example"
  example.com._report._dmarc.reports.example TXT "v=DMARC1"
  reports.example MX 10 mx.reports.example
  mx.reports.example A 203.0.113.9`,
    smtp: mailHost("control.example"),
  },
};

const bare: Scene = {
  title: "a name without any record for mail, below one that has a policy",
  target: { domain: "a.b.c.d.example.com", role: ["sends", "receives"] },
  world: {
    zone: `
  ; validating
  ${everywhere}
  example.com SOA ns1.example.com hostmaster.example.com 2026010100 7200 900 1209600 300
  example.com NS ns1.example.com
  ns1.example.com A 192.0.2.53
  a.b.c.d.example.com A 192.0.2.25
  _dmarc.c.d.example.com TXT "v=DMARC1; p=none"
  _dmarc.example.com TXT "v=DMARC1; p=reject"
  _mta-sts.example.com TXT "v=STSv1; id=20260101"
  ${reverse25} PTR a.b.c.d.example.com`,
    smtp: { ...mailHost("a.b.c.d.example.com"), ...mailHost("control.example") },
  },
};

const hosted: Scene = {
  title: "a domain whose mail others host, of which nothing is declared",
  target: { domain: "example.com", learnt: { selectors: ["s1", "old"], senders: ["192.0.2.25", "192.0.2.99"] } },
  world: {
    zone: `
  ; validating
  ; secure example.com
  ; secure esp.example
  ${everywhere}
  example SOA a.gtld.example nstld.example 1 1800 900 604800 900
  example DS 1 13 2 ${"ab".repeat(32)}
  esp.example SOA ns1.esp.example hostmaster.esp.example 1 7200 900 1209600 300
  esp.example DS 1 13 2 ${"ab".repeat(32)}
  esp.example DNSKEY ${key}
  example.com SOA ns1.example.com hostmaster.example.com 2026010100 7200 900 1209600 300
  example.com DS 12345 13 2 ${"ab".repeat(32)}
  example.com DNSKEY ${key}
  example.com NS ns1.example.com
  example.com NS ns2.example.com
  ns1.example.com A 192.0.2.53
  ns2.example.com A 198.51.100.54
  example.com MX 10 mx.example.com
  example.com MX 20 aspmx.l.google.com
  mx.example.com CNAME in.esp.example
  in.esp.example A 203.0.113.25
  aspmx.l.google.com A 198.51.100.26
  _25._tcp.in.esp.example TLSA 3 1 1 ${digest}
  example.com TXT "v=spf1 include:_spf.google.com ip4:192.0.2.25 ?all"
  _spf.google.com TXT "v=spf1 ip4:198.51.100.0/24 ~all"
  ${rsa.record}
  google._domainkey.example.com TXT "v=DKIM1; p="
  _dmarc.example.com TXT "v=DMARC1; p=none"
  _mta-sts.example.com CNAME _mta-sts.esp.example
  _mta-sts.esp.example TXT "v=STSv1; id=1"
  mta-sts.example.com CNAME sts.esp.example
  sts.esp.example A 203.0.113.80
  ${reverse25} PTR out.example.com
  ${reverse25} PTR out2.example.com
  out.example.com A 192.0.2.25
  25.2.0.192.bl.spamcop.net A 127.0.0.2`,
    smtp: {
      ...mailHost("mx.example.com", `TLS: mx.example.com spki=${digest} trust=self-signed`),
      ...mailHost("aspmx.l.google.com", "TLS: aspmx.l.google.com until 2025-12-20"),
      ...mailHost("control.example"),
    },
    ports: { "ns1.example.com:53": "open", "ns2.example.com:53": "open" },
    https: {
      "https://mta-sts.example.com/.well-known/mta-sts.txt":
        "version: STSv1\nmode: testing\nmx: mx.example.com\nmax_age: 86400\n",
    },
  },
};

async function message(): Promise<Scene> {
  const file = await signed(
    letter(
      {
        ...received(),
        "List-Unsubscribe": "<https://example.com/u>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
      "Hello,\n\nsee https://link.example/ and https://example.com/u to unsubscribe\n",
    ),
    [rsa, other],
    { headerList: ["From", "To", "Subject", "Date", "Message-ID", "List-Unsubscribe", "List-Unsubscribe-Post"] },
  );
  return {
    title: "a message",
    target: {
      message: "m.eml",
      envelope: { ip: "192.0.2.25", helo: "mx1.example.com", mailFrom: "x@bounce.example.com" },
    },
    world: { ...healthy.world, files: { "m.eml": file } },
  };
}

export const scenes = async (): Promise<Scene[]> => [healthy, broken, parked, bare, hosted, await message()];
