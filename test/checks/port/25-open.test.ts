import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/port/25-open.js";

const at = (ip: string): string => `
  example.com MX 10 mx.example.com
  mx.example.com A ${ip}
  control.example A 203.0.114.1`;
const zone = at("203.0.114.25");
const here = { controls: ["control.example"] };
const way = { "control.example:25": "open" } as const;

testCheck(check, {
  open: [
    { zone, smtp: { "mx.example.com:25": "S: 220 mx.example.com ESMTP\nC: EHLO *\nS: 250 mx.example.com" } },
    { zone, smtp: { "mx.example.com:25": "S: 421 busy" } },
  ],
  refused: [
    { zone, smtp: { "mx.example.com:25": "!refused" }, here, ports: way },
    { zone: at("127.0.0.1"), smtp: { "mx.example.com:25": "!refused" } },
  ],
  skip: [{ zone: `example.com MX 0 .` }, { zone: `example.com MX 10 mx.example.com` }],
  inconclusive: [
    { zone, smtp: { "mx.example.com:25": "!timeout" } },
    { zone, smtp: { "mx.example.com:25": "!timeout" }, here, ports: way },
    { zone, smtp: { "mx.example.com:25": "!timeout" }, here },
    // a refusal may be this network's own
    { zone, smtp: { "mx.example.com:25": "!refused" } },
    { zone, smtp: { "mx.example.com:25": "!refused" }, here },
    { zone, smtp: { "mx.example.com:25": "!refused" }, here, ports: { "control.example:25": "refused" } },
    { zone: `example.com MX !servfail` },
  ],
});

it.each(["!timeout", "!refused"])("names the one cause where port 25 is shut here: %s", async (script) => {
  const { results, causes } = await examine(check, { zone, smtp: { "mx.example.com:25": script }, here });
  expect(results).toMatchObject([{ reason: "port 25 is blocked from here", cause: "env/outbound-25" }]);
  expect(causes).toMatchObject([{ id: "env/outbound-25", text: "port 25 is blocked from here" }]);
});
