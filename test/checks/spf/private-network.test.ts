import { testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/spf/private-network.js";
import { examine } from "../../../src/testing/test-check.js";

const record = (terms: string, more = ""): { zone: string } => ({ zone: `example.com TXT "v=spf1 ${terms}"\n${more}` });

testCheck(check, {
  none: [record("ip4:198.41.0.4 ip6:2001:500::/32 mx -all"), record("ip4:192.0.2.1 -all")],
  private: [
    record("ip4:10.0.0.0/8 -all"),
    record("ip4:192.168.1.1 ip4:172.16.4.0/24 -all"),
    record("ip4:127.0.0.1 -all"),
    record("ip6:fd00::/8 ip6:fe80::1 -all"),
    record("ip4:100.64.0.1 -all"),
  ],
  skip: { zone: `` },
  inconclusive: { zone: `example.com TXT !timeout` },
});

it("shows the record without it", async () => {
  const { results } = await examine(check, record("ip4:10.0.0.1 mx -all"));
  expect(results[0]!.findings[0]!.fix).toEqual({ from: "v=spf1 ip4:10.0.0.1 mx -all", to: "v=spf1 mx -all" });
});
