import { expect, it } from "vitest";
import { Evidence } from "../../../src/evidence.js";
import * as facts from "../../../src/facts/index.js";
import { NetError } from "../../../src/net/net.js";
import { worldNet } from "../../../src/testing/world.js";
import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dns/domain-exists.js";

testCheck(check, {
  exists: [
    { zone: `example.com SOA ns1.example.com hostmaster.example.com 1 7200 900 1209600 300` },
    { zone: `example.com A 192.0.2.1` },
    { zone: `mail.example.com A 192.0.2.1` },
    { zone: `example.com CNAME gone.example.net` },
    // its start gives no answer, but something else does
    { zone: `example.com SOA !servfail\nexample.com MX 10 mx.example.com` },
    { zone: `example.com SOA !timeout\nexample.com MX !timeout` },
  ],
  none: { zone: `example.net A 192.0.2.1` },
  inconclusive: [{ zone: `example.com * !timeout` }],
});

it("does not believe a denial of the start alone", async () => {
  const answering = (rcodes: Record<string, string>) => {
    const dns = async (name: string, type: string) => {
      if (rcodes[type] === undefined) throw new NetError("timeout", `no answer for ${type}`);
      return { name, type, rcode: rcodes[type], records: [], aliases: [], server: "192.0.2.53" };
    };
    const net = { ...worldNet({}), dns: dns as never };
    return new Evidence(net).get(facts.existence, "example.com");
  };
  expect(await answering({ SOA: "NXDOMAIN", MX: "NOERROR", NS: "NXDOMAIN" })).toMatchObject({
    value: { exists: true },
  });
  expect(await answering({ SOA: "NXDOMAIN", MX: "NXDOMAIN", NS: "NXDOMAIN" })).toMatchObject({
    value: { exists: false },
  });
  expect(await answering({ SOA: "NXDOMAIN", MX: "NXDOMAIN" })).toMatchObject({ state: "unknown" });
  expect(await answering({ MX: "NXDOMAIN", NS: "NXDOMAIN" })).toMatchObject({ state: "unknown" });
});
