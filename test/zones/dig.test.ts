import { describe, expect, it } from "vitest";
import { writeRdata } from "../../src/syntax/rdata.js";
import { dig } from "../../src/zones/dig.js";
import type { Zone } from "../../src/zones/record.js";

const banner = `
; <<>> DiG 9.18.49 <<>> @127.0.0.1 example.com AXFR
; (1 server found)
;; global options: +cmd
`;
const soa = "example.com.\t\t3600\tIN\tSOA\tns1.example.com. hostmaster.example.com. 2026112401 7200 900 1209600 300\n";
const transfer = `${soa}example.com.\t\t3600\tIN\tMX\t10 mx1.example.com.
_dmarc.example.com.\t3600\tIN\tTXT\t"v=DMARC1; p=reject"
_25._tcp.mx1.example.com. 3600\tIN\tTLSA\t3 1 1 0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF01234567 89ABCDEF
`;
const footer = `;; Query time: 4 msec
;; XFR size: 5 records (messages 1, bytes 357)
`;

const answer = (question: string, status: string, sections: string): string => `${banner};; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: 18767
;; flags: qr aa rd; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 3

;; OPT PSEUDOSECTION:
; EDNS: version: 0, flags:; udp: 1232
;; QUESTION SECTION:
;${question}

${sections}
;; Query time: 0 msec
`;

const read = (octets: string): Zone[] => dig.read({ file: "answers.txt", octets });
const lines = ({ records }: Zone): string[] =>
  records.map(({ line, name, type, data }) => `${line} ${name} ${type} ${writeRdata(type, data)}`);

describe("a transfer", () => {
  it("is a whole zone, its last record not counted", () => {
    const [zone, ...more] = read(banner + transfer + soa + footer);
    expect(more).toEqual([]);
    expect(zone).toMatchObject({ origin: "example.com", completeness: "zone", notes: [] });
    expect(lines(zone!)).toEqual([
      "5 example.com SOA ns1.example.com. hostmaster.example.com. 2026112401 7200 900 1209600 300",
      "6 example.com MX 10 mx1.example.com.",
      '7 _dmarc.example.com TXT "v=DMARC1; p=reject"',
      `8 _25._tcp.mx1.example.com TLSA 3 1 1 ${"0123456789abcdef".repeat(4)}`,
    ]);
  });

  it("may be followed by another", () => {
    const other = (transfer + soa).replaceAll("example.com", "example.net");
    expect(read(banner + transfer + soa + footer + banner + other).map(({ origin }) => origin)).toEqual([
      "example.com",
      "example.net",
    ]);
  });

  it.each([
    ["was cut short", transfer, "the transfer that begins here has no end"],
    [
      "stopped",
      `${transfer};; communications error to 127.0.0.1#53: end of file\n`,
      "the transfer that begins here has no end: communications error to 127.0.0.1#53: end of file",
    ],
    ["does not begin", transfer.slice(soa.length) + soa, "no SOA record begins the transfer"],
    ["was refused", "; Transfer failed.\n", "the transfer failed: Transfer failed"],
    ["found nobody", ";; no servers could be reached\n", "the transfer failed: no servers could be reached"],
    ["is empty", footer, "no record was transferred"],
  ])("that %s is an error, never an empty zone", (_, text, message) =>
    expect(() => read(banner + text)).toThrow(`answers.txt: ${message}`),
  );
});

describe("answers", () => {
  const mx = answer(
    "example.com.\t\t\tIN\tMX",
    "NOERROR",
    ";; ANSWER SECTION:\nexample.com. 3600 IN MX 10 mx1.example.com.\n\n;; ADDITIONAL SECTION:\nmx1.example.com. 60 IN A 192.0.2.25\n",
  );
  const none = answer("nope.example.com.\tIN\tMX", "NXDOMAIN", `;; AUTHORITY SECTION:\n${soa}`);

  it("are what was asked for, and no more", () => {
    const [zone] = read(mx + none);
    expect(zone).toMatchObject({ completeness: "live" });
    expect(lines(zone!)).toEqual(["15 example.com MX 10 mx1.example.com."]);
    expect(zone!.asked!.map(({ line, name, type, rcode }) => [line, name, type, rcode])).toEqual([
      [12, "example.com", "MX", "NOERROR"],
      [32, "nope.example.com", "MX", "NXDOMAIN"],
    ]);
  });

  it("over several lines", () => {
    const section = ";; ANSWER SECTION:\nexample.com.\t3600 IN\tMX 10 (\n\t\tmx1.example.com. ; host\n\t\t)\n";
    expect(lines(read(answer("example.com.\t\tIN MX", "NOERROR", section))[0]!)).toEqual([
      "15 example.com MX 10 mx1.example.com.",
    ]);
  });

  it("without a question are of no use", () => {
    const text = mx.replace(/^;example.*\n/m, "");
    expect(() => read(text)).toThrow("answers.txt: no question is shown");
    expect(() => read(mx.replace("IN\tMX", "IN\tFOO"))).toThrow('answers.txt: "example.com. FOO" is no question');
  });
});

describe("detection", () => {
  it.each([
    [banner, true],
    [footer, true],
    [soa, false],
  ])("%j: %s", (octets, is) => expect(dig.detect({ file: "x", octets })).toBe(is));
});
