import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/record-size.js";

const networks = (count: number): string[] => Array.from({ length: count }, (_, at) => `ip4:192.0.2.${at}`);
/** A record of so many networks, in strings of at most 255 octets. */
const record = (count: number): string =>
  `example.com TXT ${(["v=spf1", ...networks(count), "-all"].join(" ").match(/.{1,250}/gs) ?? []).map((part) => `"${part}"`).join(" ")}`;

testCheck(check, {
  fits: [{ zone: record(2) }, { zone: record(20) }],
  string: { zone: `example.com TXT "v=spf1 ${networks(20).join(" ")} -all"` },
  record: { zone: record(32) },
  answer: { zone: `${record(20)}\nexample.com TXT "${"x".repeat(250)}"` },
  skip: { zone: `` },
  inconclusive: { zone: `example.com TXT !timeout` },
});
