import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/mx/target-resolves.js";

const mx = `example.com MX 10 mx.example.com`;
const wild = `mailworthy-q7x3vz9k2m.invalid A 198.51.100.9`;

testCheck(check, {
  resolves: [
    { zone: `${mx}\nmx.example.com A 192.0.2.1` },
    { zone: `${mx}\nmx.example.com AAAA 2001:db8::1` },
    { zone: `${mx}\nmx.example.com CNAME host.example.net\nhost.example.net A 192.0.2.1` },
    { zone: `${mx}\nmx.example.com A 192.0.2.1\nmx.example.com AAAA !servfail` },
    { zone: `${mx}\nmx.example.com A 192.0.2.1\n${wild}` },
  ],
  leftover: { zone: `example.com MX 32767 ms12345678.msv1.invalid` },
  doubled: { zone: `example.com MX 10 mx.example.com.example.com` },
  none: [
    { zone: mx },
    { zone: `${mx}\nmx.example.com TXT "192.0.2.1"` },
    { zone: `${mx}\nmx.example.com CNAME gone.example.net` },
    { zone: `${mx}\nmx.example.com CNAME mx.example.com` },
  ],
  skip: [{ zone: `example.com MX 0 .` }, { zone: `example.com MX 10 192.0.2.1` }],
  inconclusive: [
    { zone: `${mx}\nmx.example.com AAAA !servfail` },
    { zone: `${mx}\nmx.example.com * !timeout` },
    { zone: `${mx}\nmx.example.com A 198.51.100.9\n${wild}` },
  ],
});

it("judges each host by itself, so that one without an answer does not pass with the others", async () => {
  const { results } = await examine(check, {
    zone: `
      example.com MX 10 mx1.example.com
      example.com MX 20 mx2.example.com
      example.com MX 30 mx3.example.com
      mx1.example.com A 192.0.2.1
      mx2.example.com A !servfail`,
  });
  expect(results.map(({ subject, status }) => [subject.name, status])).toEqual([
    ["mx1.example.com", "pass"],
    ["mx2.example.com", "inconclusive"],
    ["mx3.example.com", "fail"],
  ]);
});

it("names the resolver as the cause where it invents addresses", async () => {
  const { results } = await examine(check, { zone: `${mx}\nmx.example.com A 198.51.100.9\n${wild}` });
  expect(results[0]!.cause).toBe("env/nxdomain-rewrite");
});
