import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/dns/ns-responding.js";
import { zoneWith } from "./zones.js";

const both = { "192.0.2.53:53": "open", "192.0.2.54:53": "open" } as const;

testCheck(check, {
  all: [{ zone: zoneWith(), ports: both }],
  lame: [
    { zone: zoneWith("@192.0.2.54 * * !refused"), ports: both },
    { zone: zoneWith("@192.0.2.54 example.com SOA !lame"), ports: both },
    { zone: zoneWith("@192.0.2.54 example.com SOA !none"), ports: both },
  ],
  silent: [
    { zone: zoneWith("@192.0.2.54 * * !timeout"), ports: both },
    { zone: zoneWith("@192.0.2.54 * * !timeout"), ports: { "192.0.2.53:53": "open" } },
  ],
  nowhere: { zone: zoneWith("example.com NS ns3.example.com"), ports: both },
  noTcp: { zone: zoneWith(), ports: { ...both, "192.0.2.54:53": "refused" } },
  skip: { zone: `example.com A 192.0.2.1` },
  inconclusive: [
    // all of them fail alike, which may be on this side
    { zone: zoneWith("@192.0.2.53 * * !timeout\n@192.0.2.54 * * !timeout"), ports: both },
    { zone: zoneWith("@192.0.2.53 * * !refused\n@192.0.2.54 * * !refused"), ports: both },
    // TCP could not be tried, or not at all of them, or is refused everywhere
    { zone: zoneWith(), ports: { "192.0.2.53:53": "open" } },
    { zone: zoneWith() },
    { zone: zoneWith(), ports: { "192.0.2.53:53": "refused", "192.0.2.54:53": "refused" } },
    // one answer that nobody can read
    { zone: zoneWith("@192.0.2.54 * * !malformed"), ports: both },
  ],
});

it("says what each server said", async () => {
  const { results } = await examine(check, { zone: zoneWith("@192.0.2.54 * * !refused"), ports: both });
  expect(results[0]!.findings[0]!.text).toBe(
    "ns2.example.com [192.0.2.54] answers REFUSED; it is named as a server of example.com",
  );
});
