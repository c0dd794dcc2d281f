import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/lookup-headroom.js";

const record = (terms: string, more = ""): { zone: string } => ({ zone: `example.com TXT "v=spf1 ${terms}"\n${more}` });

const hosts = (count: number): string =>
  Array.from({ length: count }, (_, at) => `a${at}.example.com A 192.0.2.${at}`).join("\n");
const terms = (count: number): string => Array.from({ length: count }, (_, at) => `a:a${at}.example.com`).join(" ");

testCheck(check, {
  free: record("ip4:192.0.2.1 -all"),
  room: [
    record(`${terms(3)} -all`, hosts(3)),
    record(`${terms(11)} -all`, hosts(11)),
    record("exists:%{i}.x.example ptr -all"),
    record(
      "include:b.example -all",
      `b.example TXT "v=spf1 mx -all"\nb.example MX 10 m.example\nm.example A 192.0.2.1`,
    ),
  ],
  spare: [
    record("ip4:192.0.2.0/24 a -all", "example.com A 192.0.2.1"),
    record("a:gone.example ip4:192.0.2.1 -all"),
    record("include:gone.example ip4:192.0.2.1 -all"),
  ],
  skip: [
    { zone: `` },
    record("include:b.example -all", `b.example TXT "v=spf1 include:example.com -all"`),
    record("foo -all"),
  ],
  inconclusive: [
    { zone: `example.com TXT !timeout` },
    record("include:b.example -all", "b.example TXT !timeout"),
    record(`${terms(40)} -all`, hosts(40)),
    record("mx -all", "example.com MX 10 m.example\nm.example A !servfail"),
  ],
});
