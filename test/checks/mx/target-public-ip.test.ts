import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/mx/target-public-ip.js";

const at = (records: string): { zone: string } => ({ zone: `example.com MX 10 mx.example.com\n${records}` });

testCheck(check, {
  public: [at("mx.example.com A 203.0.114.25"), at("mx.example.com AAAA 2600:1234::25")],
  internal: { ...at("mx.example.com A 10.1.2.3"), options: { internal: ["192.168.0.0/16", "10.0.0.0/8"] } },
  special: [
    { ...at("mx.example.com A 10.0.0.1"), options: { internal: ["192.168.0.0/16", "no network"] } },
    at("mx.example.com A 10.0.0.1"),
    at("mx.example.com A 127.0.0.1"),
    at("mx.example.com A 100.64.0.1"),
    at("mx.example.com A 169.254.1.1"),
    at("mx.example.com A 224.0.0.5"),
    at("mx.example.com AAAA fe80::1"),
    at("mx.example.com AAAA ::ffff:203.0.114.25"),
  ],
  skip: [{ zone: `example.com MX 0 .` }, at("mx.example.com TXT none")],
  inconclusive: [at("mx.example.com * !timeout"), { zone: `example.com MX !servfail` }],
});

it("looks at the addresses of one family though the other gives no answer", async () => {
  const { results } = await examine(check, at("mx.example.com A 203.0.114.25\nmx.example.com AAAA !servfail"));
  expect(results.map(({ subject, status }) => [subject.name, status])).toEqual([
    ["203.0.114.25", "pass"],
    ["example.com", "inconclusive"],
  ]);
});
