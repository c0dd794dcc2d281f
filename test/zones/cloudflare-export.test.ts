import { describe, expect, it } from "vitest";
import { cloudflareExport } from "../../src/zones/cloudflare-export.js";
import { formats } from "../../src/zones/formats.js";
import { octetsOf, read } from "./shown.js";

const file = `;;
;; Domain:     example.com.
;; Exported:   2026-11-24 06:03:00
;;
;; SOA Record
example.com.	3600	IN	SOA	ns.cloudflare.com. dns.cloudflare.com. 1 10000 2400 604800 3600

;; A Records
mx1.example.com.	1	IN	A	192.0.2.1 ; the mail host cf_tags=cf-proxied:false
www.example.com.	1	IN	A	192.0.2.2 ; cf_tags=web,cf-proxied:true
quoted.example.com.	60	IN	A	192.0.2.3 ; cf_tags=note:"a, cf-proxied:true"
text.example.com.	60	IN	A	192.0.2.4 ; says cf_tags=cf-proxied:true cf_tags=

;; CNAME Records
shop.example.com.	1	IN	CNAME	shops.example.net. ; cf_tags=cf-proxied:true
flat.example.com.	300	IN	CNAME	flat.example.net. ; cf_tags=cf-flatten-cname

;; MX Records
example.com.	1	IN	MX	10 mx1.example.com.

;; TXT Records
example.com.	1	IN	TXT	"v=spf1 mx -all; cf_tags=cf-proxied:true"
`;

describe("a zone that Cloudflare exports", () => {
  it("is what others are answered", () =>
    expect(read(cloudflareExport, file)).toEqual([
      {
        zone: "example.com zone cloudflare",
        records: [
          "6 example.com 3600 SOA ns.cloudflare.com. dns.cloudflare.com. 1 10000 2400 604800 3600",
          "9 mx1.example.com 300? A 192.0.2.1",
          "11 quoted.example.com 60 A 192.0.2.3",
          "12 text.example.com 60 A 192.0.2.4",
          "19 example.com 300? MX 10 mx1.example.com.",
          '22 example.com 300? TXT "v=spf1 mx -all; cf_tags=cf-proxied:true"',
        ],
        unknown: [
          "10 www.example.com A proxied",
          "10 www.example.com AAAA proxied",
          "15 shop.example.com A proxied shops.example.net",
          "15 shop.example.com AAAA proxied shops.example.net",
          "16 flat.example.com A alias flat.example.net",
          "16 flat.example.com AAAA alias flat.example.net",
        ],
      },
    ]));

  it("may have an alias at the apex, beside the other records there", () =>
    expect(read(cloudflareExport, `${file}Example.com. 1 IN CNAME site.example.net.\n`)).toMatchObject([
      {
        records: expect.arrayContaining(["19 example.com 300? MX 10 mx1.example.com."]),
        unknown: expect.arrayContaining(["23 example.com A alias site.example.net"]),
      },
    ]));

  it("is told from other master files", () => {
    const format = (octets: string) =>
      formats.find((one) => one.detect({ file: "export.txt", octets: octetsOf(octets) }))?.id;
    expect(format(file)).toBe("cloudflare-export");
    expect(format(file.replace(/^;;[^\n]*/gm, ""))).toBe("cloudflare-export");
    expect(format(file.replace(/;[^\n]*/g, ""))).toBe("bind");
  });
});
