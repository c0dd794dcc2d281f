import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/tls-rpt/present.js";

const host = "example.com MX 10 mx1.example.com\nmx1.example.com A 192.0.2.25\n";
const at = (text: string, more = "") => ({ zone: `${host}_smtp._tls.example.com TXT "${text}"\n${more}` });
const sts = `_mta-sts.example.com TXT "v=STSv1; id=1"`;
const tlsa = `_25._tcp.mx1.example.com TLSA 3 1 1 ${"00".repeat(32)}`;

testCheck(check, {
  present: [
    at("v=TLSRPTv1; rua=mailto:a@example.com"),
    at("v=TLSRPTv1; rua=mailto:a@example.com", "_mta-sts.example.com TXT !timeout"),
  ],
  unneeded: { zone: host },
  none: [
    { zone: host + sts },
    { zone: host + tlsa },
    { zone: `${host}${sts}\n_25._tcp.mx1.example.com TLSA !timeout` },
  ],
  stray: at("v=TLSRPT1; rua=mailto:a@example.com"),
  skip: { zone: "example.com MX 0 ." },
  inconclusive: [
    { zone: `${host}_smtp._tls.example.com TXT !timeout` },
    { zone: `${host}_mta-sts.example.com TXT !timeout` },
    { zone: `${host}_25._tcp.mx1.example.com TLSA !timeout` },
  ],
});

it("prints the record to publish, and says for what", async () => {
  const { results } = await examine(check, { zone: `${host}${sts}\n${tlsa}` });
  expect(results[0]!.findings[0]).toMatchObject({
    data: { policies: "MTA-STS and DANE" },
    fix: { to: "v=TLSRPTv1; rua=mailto:tls-reports@example.com" },
  });
});
