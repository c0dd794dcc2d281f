import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/denies-others.js";

const record = (terms: string, more = ""): { zone: string } => ({ zone: `example.com TXT "v=spf1 ${terms}"\n${more}` });

testCheck(check, {
  denies: [record("ip4:198.51.100.0/24 -all"), record("mx"), { zone: `` }, record("foo +all")],
  lets: [
    record("+all"),
    record("ip6:::/0 -all"),
    record("include:b.example -all", `b.example TXT "v=spf1 mx all"`),
    record("exists:b.example -all", "b.example A 192.0.2.1"),
  ],
  inconclusive: [{ zone: `example.com TXT !timeout` }, record("include:b.example -all", "b.example TXT !timeout")],
});
