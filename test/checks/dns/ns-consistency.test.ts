import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/dns/ns-consistency.js";
import { zoneWith } from "./zones.js";

const mail = `
  example.com MX 10 mx1.example.com
  example.com TXT "v=spf1 mx -all"
  _dmarc.example.com TXT "v=DMARC1; p=none"`;

testCheck(check, {
  agree: [
    { zone: zoneWith(mail) },
    { zone: zoneWith() },
    // another zone below, and a server that does not know this one
    { zone: zoneWith(`${mail}\n@192.0.2.53 _dmarc.example.com TXT !lame\n@192.0.2.54 _dmarc.example.com TXT !lame`) },
    {
      zone: zoneWith(`${mail}\nexample.com NS ns3.example.com\nns3.example.com A 192.0.2.55\n@192.0.2.55 * * !refused`),
    },
    // the order of records is none
    {
      zone: zoneWith(`
        example.com TXT one
        example.com TXT two
        @192.0.2.54 example.com TXT two
        @192.0.2.54 example.com TXT one`),
    },
  ],
  differ: [
    { zone: zoneWith(`${mail}\n@192.0.2.54 example.com MX 10 old.example.com`) },
    { zone: zoneWith(`${mail}\n@192.0.2.54 _dmarc.example.com TXT !none`) },
    { zone: zoneWith(`${mail}\n@192.0.2.54 _mta-sts.example.com CNAME sts.example.net`) },
    // certain, whatever the rest says
    {
      zone: zoneWith(
        `${mail}\n@192.0.2.54 example.com MX !none\nexample.com NS ns3.example.com\nns3.example.com A 192.0.2.55\n@192.0.2.55 * * !timeout`,
      ),
    },
    { zone: zoneWith(`${mail}\n@192.0.2.54 example.com MX !none\n@192.0.2.54 example.com TXT !timeout`) },
  ],
  skip: [{ zone: `example.com A 192.0.2.1` }, { zone: zoneWith(`${mail}\n@192.0.2.54 * * !refused`) }],
  inconclusive: [
    { zone: zoneWith(`${mail}\n@192.0.2.54 example.com TXT !timeout`) },
    // one that says nothing may have anything
    { zone: zoneWith(`${mail}\n@192.0.2.54 * * !timeout`) },
    {
      zone: zoneWith(`${mail}\nexample.com NS ns3.example.com\nns3.example.com A 192.0.2.55\n@192.0.2.55 * * !timeout`),
    },
    { zone: zoneWith(`${mail}\n@192.0.2.53 * * !timeout\n@192.0.2.54 * * !timeout`) },
  ],
});

it("shows each version and who has it", async () => {
  const { results } = await examine(check, {
    zone: zoneWith(`${mail}\n@192.0.2.54 example.com MX 10 old.example.com`),
  });
  expect(results[0]!.findings[0]!.evidence).toMatchObject([
    {
      kind: "table",
      columns: ["example.com MX", "at"],
      rows: [
        ["10 mx1.example.com.", "ns1.example.com [192.0.2.53]"],
        ["10 old.example.com.", "ns2.example.com [192.0.2.54]"],
      ],
    },
  ]);
});
