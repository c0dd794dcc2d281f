import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dnssec/rrsig-expiry.js";
import { bogus, rrsig, signed, unlinked, unsigned } from "./zones.js";

const tlsa = `_25._tcp.mx1.example.com TLSA 3 1 1 ${"00".repeat(32)}`;
const mx = (from: string, until: string): string => rrsig("example.com", "MX", from, until);

// It is 2026-01-01T00:00:00Z.
testCheck(check, {
  ample: [
    signed(mx("20251215000000", "20260115000000")),
    signed(mx("20251230230000", "20260101230000")), // made as it is asked for, for two days
    signed(mx("20251201000000", "20260102000000") + "\n" + mx("20251215000000", "20260115000000")),
  ],
  short: [
    signed(mx("20251201000000", "20260102000000")),
    signed(`${tlsa}\n${rrsig("_25._tcp.mx1.example.com", "TLSA", "20251201000000", "20260101120000")}`),
    { ...signed(mx("20251201000000", "20260103000000")), options: { warn: 72 } },
  ],
  ended: [
    signed(mx("20251201000000", "20251231235959")),
    bogus("example.com", mx("20251201000000", "20251231235959")),
    signed(`${mx("20251201000000", "20251231235959")}\nexample.com TXT !timeout`),
  ],
  early: signed(mx("20260102000000", "20260201000000")),
  skip: [unsigned(), unlinked(mx("20251201000000", "20251231235959")), signed()],
  inconclusive: [
    signed(`${mx("20251215000000", "20260115000000")}\nexample.com TXT !timeout`),
    { zone: "example.com * !timeout" },
  ],
});
