import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/dns/edns-large-answer.js";
import { zoneWith } from "./zones.js";

const large = zoneWith(Array.from({ length: 10 }, (_, at) => `example.com TXT "${at}${"x".repeat(199)}"`).join("\n"));

testCheck(check, {
  fits: [{ zone: `example.com TXT "v=spf1 -all"` }, { zone: "" }],
  large: [
    { zone: large, ports: { "192.0.2.53:53": "open", "192.0.2.54:53": "open" } },
    // TCP that is refused everywhere, or silent, may be shut on this side
    { zone: large, ports: { "192.0.2.53:53": "refused", "192.0.2.54:53": "refused" } },
    { zone: large },
  ],
  lost: { zone: large, ports: { "192.0.2.53:53": "open", "192.0.2.54:53": "refused" } },
  inconclusive: { zone: `example.com TXT !timeout` },
});

it("counts octets as they are on the wire", async () => {
  const { results } = await examine(check, { zone: `example.com TXT "v=spf1 -all"` });
  expect(results[0]!.findings[0]!.data).toEqual({ octets: 12 + 13 + 4 + 12 + 1 + 11 + 11 });
});
