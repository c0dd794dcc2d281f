import { testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/spf/authorises-host.js";
import { examine, type Row } from "../../../src/testing/test-check.js";

const sends = (ip: string, record: string, more = ""): Row => ({
  zone: `example.com TXT "v=spf1 ${record}"\n${more}`,
  target: { senders: [ip] },
});

testCheck(check, {
  pass: [
    sends("192.0.2.1", "ip4:192.0.2.0/24 -all"),
    sends("2001:db8::1", "ip6:2001:db8::/32 -all"),
    sends("192.0.2.1", "mx -all", "example.com MX 10 mx1.example.com\nmx1.example.com A 192.0.2.1"),
    sends("192.0.2.1", "a include:b.example -all", `b.example TXT "v=spf1 ip4:192.0.2.1 -all"`),
    sends("192.0.2.1", "ip4:192.0.2.1 include:b.example -all", "b.example TXT !timeout"),
  ],
  depends: sends("192.0.2.1", "exists:%{l}.users.example.com -all", "postmaster.users.example.com A 127.0.0.2"),
  neutral: [sends("192.0.2.1", "mx"), sends("192.0.2.1", "?all")],
  softfail: sends("192.0.2.1", "ip4:192.0.2.2 ~all"),
  fail: [sends("192.0.2.1", "ip4:192.0.2.2 -all"), sends("2001:db8::1", "ip4:192.0.2.2 -all")],
  none: { zone: `example.com A 192.0.2.1`, target: { senders: ["192.0.2.1"] } },
  permerror: [
    sends("192.0.2.1", "include:b.example -all"),
    sends("192.0.2.1", "foo -all"),
    sends("192.0.2.1", "a:a.example a:b.example a:c.example ip4:192.0.2.1 -all"),
  ],
  skip: { zone: `example.com TXT "v=spf1 -all"` },
  inconclusive: [
    { zone: `example.com TXT !servfail`, target: { senders: ["192.0.2.1"] } },
    sends("192.0.2.1", "include:b.example -all", "b.example TXT !timeout"),
    sends("192.0.2.1", "ptr -all", "1.2.0.192.in-addr.arpa PTR !timeout"),
  ],
});

it("shows the record with the address in it", async () => {
  const { results } = await examine(check, sends("2001:db8::1", "mx -all"));
  expect(results[0]?.findings[0]?.fix).toEqual({ from: "v=spf1 mx -all", to: "v=spf1 ip6:2001:db8::1 mx -all" });
});
