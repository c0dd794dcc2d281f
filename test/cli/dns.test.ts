import { expect, it } from "vitest";
import { mailworthy } from "./shell.js";

const world = {
  zone: `
  example.com 300 MX 10 mx1.example.com
  example.com NS ns1.example.com
  example.com NS ns2.example.com
  ns1.example.com A 192.0.2.1
  ns2.example.com A 192.0.2.2
  _dmarc.example.com TXT "v=DMARC1; p=none"
  old.example.com CNAME example.com
  25.2.0.192.in-addr.arpa PTR mx1.example.com
  silent.example * !timeout`,
};
const run = (...argv: string[]) => mailworthy(["dns", ...argv], { world });

it.each([
  [["example.com", "MX"], 0, /^example\.com MX {2}TTL 300, from 192\.0\.2\.53, \d+ ms\n {2}10 mx1\.example\.com\.?\n$/],
  [["example.com", "mx"], 0, /10 mx1/],
  [["example.com"], 0, /^example\.com MX [^]*^example\.com TXT [^]*no record of this type[^]*^example\.com A /m],
  [["_dmarc.example.com"], 0, /^_dmarc\.example\.com TXT .*\n {2}"v=DMARC1; p=none"\n$/],
  [["192.0.2.25"], 0, /^25\.2\.0\.192\.in-addr\.arpa PTR .*\n {2}mx1\.example\.com\.?\n$/],
  [["nowhere.example", "A"], 0, /no such name \(NXDOMAIN\)/],
  [["old.example.com", "MX"], 0, /→ example\.com\n {2}10 mx1/],
  [["example.com", "TYPE15"], 0, /^example\.com MX /],
  [["silent.example", "A"], 3, /^\? silent\.example A {2}no answer/],
  [["example.com", "MX", "--at", "192.0.2.1"], 0, /from 192\.0\.2\.1/],
  [
    ["example.com", "MX", "--at", "each"],
    0,
    /from ns1\.example\.com \[192\.0\.2\.1\][^]*from ns2[^]*2 servers asked; no answer differs\n$/,
  ],
])("%j", async (argv, code, shown) => {
  const outcome = await run(...argv);
  expect(outcome).toMatchObject({ code, err: "" });
  expect(outcome.out).toMatch(shown);
});

it("answers as JSON", async () => {
  const { out } = await run("example.com", "MX", "--json");
  expect(JSON.parse(out)).toMatchObject([{ name: "example.com", type: "MX", answer: { rcode: "NOERROR" } }]);
});

it("no name server, no answer", async () => {
  expect(await run("nowhere.test", "MX", "--at", "each")).toMatchObject({ code: 2 });
});
