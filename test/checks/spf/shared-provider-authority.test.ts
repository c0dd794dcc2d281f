import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/shared-provider-authority.js";

const record = (terms: string, more = ""): { zone: string } => ({ zone: `example.com TXT "v=spf1 ${terms}"\n${more}` });

testCheck(check, {
  nobody: record("-all"),
  counted: [
    record("ip4:192.0.2.0/24 ip6:2001:db8::/32 -all"),
    record("include:b.example -all", `b.example TXT "v=spf1 ip4:192.0.2.0/24 ip4:198.51.100.0/24 -all"`),
  ],
  open: [record("ip4:192.0.2.1 exists:%{i}.x.example -all"), record("ptr -all"), record("include:%{l}.x.example -all")],
  skip: [{ zone: `` }, record("foo -all")],
  inconclusive: [
    { zone: `example.com TXT !timeout` },
    record("include:b.example -all", "b.example TXT !servfail"),
    record(Array.from({ length: 2_001 }, () => "ip4:192.0.2.1").join(" ")),
  ],
});
