import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert, property } from "fast-check";
import { describe, expect, it } from "vitest";
import type { ResourceRecord } from "../../src/net/net.js";
import { writeRdata } from "../../src/syntax/rdata.js";
import { bind } from "../../src/zones/bind.js";
import { openZones } from "../../src/zones/open.js";
import { wireData, type Zone } from "../../src/zones/record.js";
import { someRecords } from "../zones/records.js";

const folder = mkdtempSync(join(tmpdir(), "mailworthy-zones-"));
const file = join(folder, "example.com.zone");

/** Every kind of record that mail needs, in every way a file may write it. */
const samples: Record<string, string> = {
  plain: `$ORIGIN example.com.
$TTL 1h
@ IN SOA ns1 host\\.master ( 2026112401 ; serial
    2h 15m 2w 5m )
  IN NS ns1
     NS ns2.example.net.
  MX 10 mx1
  60 MX 20 mx2
  TXT "v=spf1 mx include:_spf.example.net" " -all"
  CAA 0 issue "ca.example; account=1"
ns1 A 192.0.2.1
    AAAA 2001:db8::1
mx1 1w IN A 192.0.2.25
IN A 192.0.2.99
_dmarc TXT v=DMARC1\\;p=none
_25._tcp.mx1 TLSA 3 1 1 ( 0123456789abcdef0123456789abcdef
  0123456789abcdef0123456789ABCDEF )
s1._domainkey CNAME s1.dkim.example.net.
_submissions._tcp SRV 0 1 465 mx1
www HTTPS 1 . alpn="h2,h3" port=8443 ipv4hint=192.0.2.1,192.0.2.2 ipv6hint=2001:db8::1
svc SVCB 0 www
a\\.b\\032c TXT "\\"quoted\\"" \\065\\\\ "\\200"
*.any MX 10 mx1
$GENERATE 1-4/2 host\${0,3} A 192.0.2.$
$GENERATE 1-2 $.2.0.192.in-addr.arpa. PTR host$
generic TYPE65400 \\# 4 c0000201
known A \\# 4 c0000205
`,
  signed: `$TTL 300
@ SOA ns host 1 2 3 4 5
@ NS ns
ns A 192.0.2.1
@ DNSKEY 257 3 13 ( mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxIL
  fDLUT0rAK9iUzy1L53eKGQ== )
@ RRSIG A 13 2 300 20300101000000 20260101000000 12345 @ AAAA
@ RRSIG MX 13 2 300 20300101000000 20260101000000 12345 @ AAAA
sub DS 12345 13 2 ababababababababababababababababababababababababababababababab ab
sub NS ns.sub
@ NSEC ns A NS SOA MX TXT RRSIG NSEC DNSKEY TYPE65400
@ NSEC3PARAM 1 0 0 -
@ CDS 12345 13 2 ababababababababababababababababababababababababababababababab ab
x NAPTR 100 10 "s" "SIP+D2U" "!^.*$!sip:x@example.com!" _sip._udp
x SSHFP 4 2 abababababababababababababababababababababababababababababababab
x HINFO PC "some system"
x SPF "v=spf1 -all"
d DNAME example.net.
o OPENPGPKEY AAAA
`,
};

/** Types of which any data is taken that is well formed; ldns writes some names so that nobody can read them. */
const anyData = "A AAAA CAA HINFO MX NS PTR SMIMEA SPF SRV TLSA TXT TYPE65280".split(" ");
const nameless = "A AAAA CAA SMIMEA SPF TLSA TXT TYPE65280".split(" ");

/** A zone with these records, each at a name of its own. */
function zoneOf(records: readonly ResourceRecord[], ownerOf: (record: ResourceRecord) => string): string {
  const lines = records.map((one, at) => `n${at}${ownerOf(one)} ${one.type} ${writeRdata(one.type, one.data)}`);
  return `$ORIGIN example.com.\n$TTL 60\n@ SOA ns host 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n${lines.join("\n")}\n`;
}

/** What a tool prints of the file, read as a master file again. */
function printed(tool: string, args: readonly string[], cwd?: string): string[] {
  const stdout = execFileSync(tool, args, { cwd, encoding: "latin1", stdio: ["ignore", "pipe", "pipe"] });
  return told(bind.read({ file: "printed", octets: stdout, origin: "example.com" })[0]!);
}

const compiled = (): string[] =>
  printed(
    "named-compilezone",
    "-q -i none -k ignore -n ignore -F text -s full -o -".split(" ").concat("example.com", file),
  );
const listed = (): string[] => printed("ldns-read-zone", [file]);

/** Records as comparable lines, in one order. */
const told = ({ records }: Zone): string[] =>
  records.map((one) => `${one.name} ${one.ttl} ${one.type} ${Buffer.from(wireData(one)).toString("hex")}`).sort();

function ours(octets: string): string[] {
  writeFileSync(file, octets, "latin1");
  return told(bind.read({ file, octets, origin: "example.com" })[0]!);
}

describe("the records that BIND reads", () => {
  it.each(Object.keys(samples))("of a file that is %s", (name) => {
    const records = ours(samples[name]!);
    expect(records.length).toBeGreaterThan(15);
    expect(records).toEqual(compiled());
  });

  it("of any records", () => {
    assert(
      property(someRecords, (records) => {
        const some = records.filter(({ type }) => anyData.includes(type));
        expect(ours(zoneOf(some, ({ name }) => (name === "." ? "" : `.${name}`)))).toEqual(compiled());
      }),
      { numRuns: 150 },
    );
  });
});

describe("the records that BIND reads of files that include others", () => {
  it("with the origin and the owner that hold in each", async () => {
    const files: Record<string, string> = {
      "db.example.com": `$TTL 1h
@ SOA ns host 1 2 3 4 5
@ NS ns
ns A 192.0.2.1
$INCLUDE parts/mail mail
 TXT "of ns again"
$ORIGIN sub
$INCLUDE "parts/more"
x A 192.0.2.2
`,
      "parts/mail": "@ MX 10 mx\n$ORIGIN deep\nmx A 192.0.2.25\n$TTL 60\n TXT y\n$INCLUDE parts/more\n",
      "parts/more": " 5 AAAA 2001:db8::1\nb 60 TXT x\n",
    };
    mkdirSync(join(folder, "parts"), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { zones } = await openZones({ paths: ["db.example.com"], folder });
    const args = "-q -i none -k ignore -n ignore -F text -s full -o - example.com db.example.com".split(" ");
    expect(told(zones[0]!)).toEqual(printed("named-compilezone", args, folder));
    expect(zones[0]!.records.length).toBeGreaterThan(8);
  });
});

describe("the records that ldns reads", () => {
  it("of a file without what it does not know", () => {
    const text = samples["plain"]!.split("\n").filter((line) => !/GENERATE|\\;|HTTPS|SVCB/.test(line));
    expect(ours(text.join("\n"))).toEqual(listed());
  });

  it("of any records", () => {
    assert(
      property(someRecords, (records) => {
        const some = records.filter(({ type }) => nameless.includes(type));
        expect(ours(zoneOf(some, () => ""))).toEqual(listed());
      }),
      { numRuns: 150 },
    );
  });
});
