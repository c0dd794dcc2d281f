import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/dns/cname-at-apex-or-mailname.js";
import { zoneWith } from "./zones.js";

testCheck(check, {
  own: [{ zone: zoneWith() }, { zone: "" }, { zone: `example.com MX 10 mx1.example.com` }],
  alias: [
    { zone: `example.com CNAME www.example.net\nwww.example.net A 192.0.2.80` },
    { zone: `example.com CNAME gone.example.net` },
  ],
  beside: [
    { zone: zoneWith(`example.com CNAME www.example.net`) },
    {
      zone: zoneWith(`news.example.com CNAME x.example.net\nnews.example.com TXT "v=spf1 -all"`),
      target: { domain: "news.example.com" },
    },
  ],
  inconclusive: [
    { zone: `example.com MX !timeout` },
    { zone: `example.com MX 10 mx1.example.com\nexample.com CNAME !servfail` },
    // the resolver has both, and no name server can be asked
    { zone: `example.com MX 10 mx1.example.com\nexample.com CNAME www.example.net` },
  ],
});

it("believes a resolver that has both only where the zone has both", async () => {
  const { results } = await examine(check, {
    zone: zoneWith(`
      example.com MX 10 mx1.example.com
      example.com CNAME www.example.net
      @192.0.2.53 example.com CNAME !none`),
  });
  expect(results).toMatchObject([{ status: "pass" }]);
});
