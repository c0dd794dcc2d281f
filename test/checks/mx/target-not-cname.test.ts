import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/mx/target-not-cname.js";

const mx = `example.com MX 20 mx.example.com`;

testCheck(check, {
  own: [{ zone: `${mx}\nmx.example.com A 192.0.2.1` }, { zone: mx }],
  alias: [
    { zone: `${mx}\nmx.example.com CNAME host.example.net\nhost.example.net A 192.0.2.1` },
    { zone: `${mx}\nmx.example.com CNAME mx.example.com` },
    { zone: `${mx}\nmx.example.com CNAME gone.example.net` },
  ],
  skip: [{ zone: `example.com MX 0 .` }, { zone: `example.com MX 10 192.0.2.1` }],
  inconclusive: [{ zone: `${mx}\nmx.example.com CNAME !timeout` }, { zone: `example.com MX !servfail` }],
});

it("shows the record to publish instead", async () => {
  const { results } = await examine(check, { zone: `${mx}\nmx.example.com CNAME host.example.net` });
  expect(results[0]!.findings[0]!.fix).toEqual({ from: "MX 20 mx.example.com.", to: "MX 20 host.example.net." });
});
