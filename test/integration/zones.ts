import { generateKeyPairSync } from "node:crypto";
import { ip, type MailHost, mailHosts, servers } from "./hosts.js";

/** What every zone of the world begins with. */
export const head = `$TTL 300
@ SOA ns.test. hostmaster.test. 2026112401 7200 900 1209600 300
@ NS ns.test.
`;

const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const spki = publicKey.export({ type: "spki", format: "der" }).toString("base64");
const key = txt(`v=DKIM1; k=rsa; p=${spki}`);

/** A record whose text is longer than one character-string holds. */
function txt(text: string): string {
  return `TXT ${text
    .match(/.{1,255}/gs)!
    .map((part) => `"${part}"`)
    .join(" ")}`;
}

interface Published {
  mx?: string | false;
  spf?: string | false;
  dmarc?: string | false;
  dkim?: string;
}

/** What a domain with mail publishes, unless said otherwise. */
const mailDomain = (
  name: string,
  { mx = "mx.healthy", spf = `v=spf1 ip4:${ip(25)} -all`, dmarc, dkim = key }: Published = {},
) =>
  [
    mx && `${name} MX 10 ${mx}`,
    spf && `${name} ${txt(spf)}`,
    dmarc !== false && `_dmarc.${name} ${txt(dmarc ?? "v=DMARC1; p=reject; rua=mailto:dmarc@" + name + ".test")}`,
    `s1._domainkey.${name} ${dkim}`,
  ]
    .filter(Boolean)
    .join("\n");

const ofHosts = mailHosts
  .filter(({ tlsa }) => !tlsa)
  .map(({ domain, at }) => {
    const records = at.map((address) => `mx.${domain} ${address.includes(":") ? "AAAA" : "A"} ${address}`);
    return [mailDomain(domain, { mx: `mx.${domain}` }), ...records].join("\n");
  });

/** More SPF than a UDP answer holds. */
const long = `v=spf1 ${Array.from({ length: 90 }, (_, at) => `ip4:198.51.101.${at + 100}`).join(" ")} ip4:${ip(25)} -all`;

const ofRecords = [
  mailDomain("unpublished", { spf: false, dmarc: false, dkim: "TXT other" }),
  "nodata TXT hello",
  "nodata A " + ip(72),
  "closing MX 0 .",
  'closing TXT "v=spf1 -all"',
  '_dmarc.closing TXT "v=DMARC1; p=reject;"',
  mailDomain("alias", { mx: "mx.alias" }),
  "mx.alias CNAME mx.healthy",
  mailDomain("dangling", { mx: "mx.nowhere" }),
  mailDomain("spare"),
  "spare MX 20 mx.nowhere",
  mailDomain("addressed", { mx: "198.51.101.25." }),
  mailDomain("twospf"),
  'twospf TXT "v=spf1 mx ~all"',
  mailDomain("open", { spf: "v=spf1 +all" }),
  mailDomain("eleven", {
    spf: `v=spf1 ${Array.from({ length: 11 }, (_, at) => `include:i${at}.eleven.test`).join(" ")} -all`,
  }),
  ...Array.from({ length: 11 }, (_, at) => `i${at}.eleven ${txt(`v=spf1 ip4:198.51.101.${at + 20} -all`)}`),
  mailDomain("circle", { spf: "v=spf1 include:circle.test -all" }),
  mailDomain("includes", { spf: "v=spf1 include:nospf.test -all" }),
  mailDomain("unsure", { spf: "v=spf1 include:spf.broken.test -all" }),
  mailDomain("voids", { spf: "v=spf1 a:v1.test a:v2.test a:v3.test -all" }),
  mailDomain("typo", { spf: `v=spf1 ipv4:${ip(25)} -all` }),
  mailDomain("macro", { spf: `v=spf1 exists:%{ir}.ok.test ip4:${ip(25)} -all` }),
  mailDomain("long", { spf: long }),
  mailDomain("watching", { dmarc: "v=DMARC1; p=none" }),
  mailDomain("baddmarc", { dmarc: "v=DMARC1; p=rejekt" }),
  mailDomain("twodmarc"),
  '_dmarc.twodmarc TXT "v=DMARC1; p=none"',
  mailDomain("elsewhere", { dmarc: "v=DMARC1; p=reject; rua=mailto:d@reports.other.test" }),
  mailDomain("cutkey", { dkim: txt(`v=DKIM1; k=rsa; p=${spki.slice(0, 200)}`) }),
  mailDomain("revoked", { dkim: txt("v=DKIM1; p=") }),
  mailDomain("nokey", { dkim: "A 198.51.101.70" }),
  mailDomain("moved", { dkim: "CNAME s1.gone.test." }),
  mailDomain("around", { dkim: "CNAME s1._domainkey.about" }),
  "s1._domainkey.about CNAME s1._domainkey.around",
  mailDomain("shared"),
  mailDomain("listed", { spf: `v=spf1 ip4:${ip(70)} -all` }),
  mailDomain("unnamed", { spf: `v=spf1 ip4:${ip(71)} -all` }),
  mailDomain("othername", { spf: `v=spf1 ip4:${ip(72)} -all` }),
  mailDomain("line", { spf: `v=spf1 ip4:${ip(73)} -all` }),
  "sub.healthy MX 10 mx.healthy",
  'sub.healthy TXT "v=spf1 mx -all"',
  `mx.mixed A ${ip(48)}`,
  `198-51-101-73.dyn.isp A ${ip(73)}`,
  `wild.any TXT "under a wildcard"`,
  "*.any MX 5 mx.healthy",
  `odd TXT "quote \\" backslash \\\\ semicolon ; tab \\009 high \\255" "" "second"`,
  'odd CAA 0 issue "ca.test; policy=ev"',
  "odd SRV 0 5 465 mx.healthy",
  'odd NAPTR 100 10 "u" "E2U+email" "!^.*$!mailto:a@healthy.test!" .',
  "_25._tcp.odd TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
  "a\\.b.odd A 198.51.101.70",
  "UPPER.odd A 198.51.101.70",
  "chain CNAME chain1",
  "chain1 CNAME chain2",
  "chain2 A 198.51.101.70",
  "knot CNAME knot1",
  "knot1 CNAME knot",
  ...Array.from({ length: 100 }, (_, at) => `crowd A 198.51.102.${at}`),
];

/** A zone of its own for a domain with mail. */
export const standalone = (name: string): string => `${head}@ MX 10 mx.healthy.test.
@ TXT "v=spf1 ip4:${ip(25)} -all"
_dmarc TXT "v=DMARC1; p=reject; rua=mailto:dmarc@${name}"
s1._domainkey ${key}
`;

/** A zone of its own for a domain whose mail host has TLSA records. */
export const daneZone = ({ at }: MailHost, tlsa: readonly string[]): string => `${head}@ MX 10 mx
@ TXT "v=spf1 mx -all"
mx A ${at[0]}
${tlsa.map((record) => `_25._tcp.mx TLSA ${record}\n`).join("")}`;

/** One in which much is asked for that is not there. */
export const bareZone = `${head}@ MX 10 mx
mx A ${ip(25)}
`;

const delegated = {
  ...Object.fromEntries(mailHosts.filter(({ tlsa }) => tlsa).map(({ domain }) => [domain, "ns"])),
  signed: "ns",
  hashed: "ns",
  unlinked: "ns",
  undenied: "ns",
  bogus: "ns",
  stale: "ns",
  broken: "ns",
  lame: "ns.lame-host",
  unheard: "ns.unheard-host",
  many: "ns",
};

export const testZone =
  [
    head,
    `ns A ${servers.authority}`,
    `a.root A ${servers.authority}`,
    `ns.lame-host A ${servers.lame}`,
    `ns.unheard-host A ${servers.silent}`,
    ...Object.entries(delegated).map(([zone, server]) => `${zone} NS ${server}`),
    ...ofHosts,
    ...ofRecords,
  ].join("\n") + "\n";

/** As many domains as a list of customers may hold, all alike but one. */
export const manyZone = (count: number): string =>
  head +
  Array.from(
    { length: count },
    (_, at) => `d${at} MX 10 mx.healthy.test.
d${at} TXT "v=spf1 ip4:${ip(25)} ${at === 1_234 ? "+all" : "-all"}"
_dmarc.d${at} TXT "v=DMARC1; p=reject; rua=mailto:dmarc@d${at}.many.test"
`,
  ).join("");

const named = [...mailHosts, { domain: "control", at: [ip(20)] }].flatMap(({ domain, at }) =>
  at
    .filter((address) => address.startsWith("198.51.101."))
    .map((address) => `${address.split(".")[3]} PTR mx.${domain}.test.`),
);

export const reverseZone =
  [
    head,
    ...new Set(named),
    `70 PTR mx.listed.test.`,
    `72 PTR mx.healthy.test.`,
    `73 PTR 198-51-101-73.dyn.isp.test.`,
  ].join("\n") + "\n";

/** 2620:0:1cfe:face::/64, where the healthy mail host has its other address. */
export const reverseZone6 = `${head}${[20, 25]
  .map(
    (last) =>
      `${Array.from(String(last).padStart(16, "0")).reverse().join(".")} PTR mx.${last === 20 ? "control" : "healthy"}.test.\n`,
  )
  .join("")}`;
export const reverseName6 = "e.c.a.f.e.f.c.1.0.0.0.0.0.2.6.2.ip6.arpa";

/** Blocklists by their real names, as the default configuration asks them, and some of our own that are out of order. */
export const lists: Readonly<Record<string, string>> = {
  "zen.spamhaus.org": `${head}2.0.0.127 A 127.0.0.2
70.101.51.198 A 127.0.0.3
2.0.0.0.0.0.f.7.f.f.f.f.${"0.".repeat(20)}zen.spamhaus.org. A 127.0.0.2
`,
  "bl.spamcop.net": `${head}2.0.0.127 A 127.0.0.2\n`,
  "psbl.surriel.com": `${head}2.0.0.127 A 127.0.0.2\n`,
  "bl.mailspike.net": `${head}2.0.0.127 A 127.0.0.2\n`,
  "dbl.spamhaus.org": `${head}dbltest.com A 127.0.1.2\n`,
  "multi.surbl.org": `${head}surbl-org-permanent-test-point.com A 127.0.0.254\n`,
  "list.dnswl.org": `${head}2.0.0.127 A 127.0.10.0
2.0.0.0.0.0.f.7.f.f.f.f.${"0.".repeat(20)}list.dnswl.org. A 127.0.10.0
`,
  "refusing.list": `${head}* A 127.255.255.254\n`,
  "world.list": `${head}* A 127.0.0.2\n`,
  "dead.list": head,
  "sold.list": `${head}* A 198.51.101.70\n`,
};

export const rootZone =
  [
    head,
    "@ NS a.root.test.",
    ...["test", "in-addr.arpa", "ip6.arpa", ...Object.keys(lists)].map((zone) => `${zone}. NS ns.test.`),
    `ns.test. A ${servers.authority}`,
    `a.root.test. A ${servers.authority}`,
  ].join("\n") + "\n";
