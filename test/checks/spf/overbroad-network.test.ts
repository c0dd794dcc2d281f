import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/overbroad-network.js";

const record = (terms: string, more = ""): { zone: string } => ({ zone: `example.com TXT "v=spf1 ${terms}"\n${more}` });

testCheck(check, {
  bounded: [
    record("ip4:192.0.2.0/24 ip6:2001:db8::/32 -all"),
    record("ip4:198.18.0.0/16 mx/28 -all"),
    record("-ip4:0.0.0.0/0 -all"),
    record("include:b.example -all", `b.example TXT "v=spf1 ip4:198.18.0.0/15 -all"`),
    record("-include:b.example -all", `b.example TXT "v=spf1 +all"`),
    record("+all ip4:0.0.0.0/0"),
  ],
  wide: [record("ip4:198.18.0.0/15 -all"), record("a/12 -all")],
  vast: [
    record("ip4:10.0.0.0/8 -all"),
    record("ip4:0.0.0.0/1 ip4:128.0.0.0/1 -all"),
    record("ip6:2000::/3 -all"),
    record("mx/0 -all"),
    record("a//16 -all"),
    record("include:b.example -all", `b.example TXT "v=spf1 +all"`),
    record("include:b.example -all", `b.example TXT "v=spf1 redirect=c.example"\nc.example TXT "v=spf1 ip4:0.0.0.0/0"`),
    record("ip4:0.0.0.0/0 include:b.example -all", `b.example TXT !timeout`),
  ],
  skip: { zone: `` },
  inconclusive: [record("include:b.example -all", "b.example TXT !timeout"), { zone: `example.com TXT !timeout` }],
});
