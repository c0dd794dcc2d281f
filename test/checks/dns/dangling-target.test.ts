import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/dns/dangling-target.js";
import { zoneWith } from "./zones.js";

const there = `
  net SOA a.gtld.example nstld.example 1 1800 900 604800 900
  uk SOA a.nic.example nic.example 1 1800 900 604800 900
  co.uk SOA a.nic.example nic.example 1 1800 900 604800 900
  example.net A 192.0.2.80`;

testCheck(check, {
  held: [
    { zone: zoneWith(`${there}\nexample.com MX 10 mx.example.net`) },
    // gone, but below a name that somebody holds
    { zone: zoneWith(`${there}\nexample.com MX 10 gone.example.net`) },
    // below a top-level domain that is none, where nobody registers
    { zone: zoneWith(`${there}\nexample.com MX 10 ms12345.msv1.invalid`) },
    // a registry that denies a name which answers all the same
    {
      zone: zoneWith(
        `net A 192.0.2.9\nodd.net SOA !none\n${there}\nexample.com TXT "v=spf1 include:spf.odd.net -all"\nspf.odd.net TXT "v=spf1 -all"`,
      ),
    },
  ],
  gone: [
    { zone: zoneWith(`${there}\nexample.com MX 10 mx.gone.net`) },
    { zone: zoneWith(`${there}\nexample.com TXT "v=spf1 include:_spf.gone.net -all"`) },
    {
      zone: zoneWith(`${there}
        example.com TXT "v=spf1 include:example.net -all"
        example.net TXT "v=spf1 a:mail.gone.net -all"`),
    },
    { zone: zoneWith(`${there}\n_dmarc.example.com TXT "v=DMARC1; p=none; rua=mailto:d@gone.net"`) },
    { zone: zoneWith(`${there}\nmta-sts.example.com CNAME sts.gone.net`) },
    // certain, whatever else could not be learnt
    { zone: zoneWith(`${there}\nexample.com MX 10 mx.gone.net\nexample.com TXT !timeout`) },
  ],
  doubtful: [
    { zone: zoneWith(`${there}\nexample.com MX 10 mx.gone.co.uk`) },
    // a suffix of somebody who is no registry
    { zone: zoneWith(`${there}\ngithub.io SOA a.example h.example 1 1 1 1 1\nexample.com MX 10 gone.github.io`) },
  ],
  skip: [
    { zone: zoneWith(`example.com MX 10 mx1.example.com`) },
    { zone: `example.com MX 0 .` },
    { zone: "example.com MX 10 192.0.2.1" },
  ],
  inconclusive: [
    { zone: zoneWith(`${there}\nexample.com MX 10 mx.silent.net\nsilent.net * !timeout`) },
    { zone: zoneWith(`${there}\nexample.com MX !timeout`) },
    // what an include leads to
    { zone: zoneWith(`${there}\nexample.com TXT "v=spf1 include:example.net -all"\nexample.net TXT !timeout`) },
  ],
});

it("says which domain is gone, and by what mail hangs on it", async () => {
  const { results } = await examine(check, {
    zone: zoneWith(`${there}\nexample.com TXT "v=spf1 include:_spf.gone.net -all"`),
  });
  expect(results[0]!.findings[0]!.text).toBe(
    "SPF include:_spf.gone.net, but gone.net does not exist; if it is free, whoever registers it takes over",
  );
});
