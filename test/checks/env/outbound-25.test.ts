import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/env/outbound-25.js";

const zone = `
  mx.one.example A 192.0.2.1
  mx.two.example A 192.0.2.2
  mx.two.example AAAA 2001:db8::2`;
const here = { controls: ["mx.one.example", "mx.two.example"] };

testCheck(check, {
  open: [
    { zone, here, ports: { "192.0.2.1:25": "open" } },
    { zone, here, ports: { "192.0.2.1:25": "refused", "2001:db8::2:25": "open" } },
    { zone: "", here: { controls: ["192.0.2.9"] }, ports: { "192.0.2.9:25": "open" } },
    { zone: "", here: { controls: ["[2001:db8::9]:2525"] }, ports: { "2001:db8::9:2525": "open" } },
    { zone, here: { controls: ["mx.one.example:2525", "gone.example"] }, ports: { "mx.one.example:2525": "open" } },
  ],
  blocked: [
    { zone, here },
    { zone, here, ports: { "192.0.2.1:25": "refused", "192.0.2.2:25": "refused", "2001:db8::2:25": "refused" } },
    { zone, here, ports: { "192.0.2.1:25": "refused" } },
    { zone, here, ports: { "192.0.2.1:443": "open", "192.0.2.2:443": "open" } },
  ],
  inconclusive: [
    { zone },
    { zone, here: { controls: ["gone.example"] } },
    { zone: `mx.one.example * !servfail`, here: { controls: ["mx.one.example"] } },
  ],
});

it.each([
  [{}, "2 of 2 control hosts silent on 25; port 25 is blocked from here"],
  [
    { "192.0.2.1:443": "open", "192.0.2.2:443": "open" },
    "2 of 2 control hosts silent on 25 and open on 443; port 25 is blocked from here",
  ],
  [
    { "192.0.2.1:25": "refused", "192.0.2.2:443": "open" },
    "2 of 2 control hosts refused or silent on 25, 1 of them open on 443; port 25 is blocked from here",
  ],
] as const)("says what the control hosts did: %j", async (ports, text) => {
  const { results } = await examine(check, { zone, here, ports });
  expect(results[0]!.findings[0]!.text).toBe(text);
});
