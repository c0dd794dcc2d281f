import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/syntax.js";

const record = (terms: string): { zone: string } => ({ zone: `example.com TXT "v=spf1 ${terms}"` });

testCheck(check, {
  valid: [record("mx -all"), record("unknown=x -all"), record("  A:b.example/24  ~all ")],
  malformed: [
    record("foo -all"),
    record("ip4:192.0.2.1~all"),
    record("include: -all"),
    record("ip4:%{i} -all"),
    record("a:b.example/33 -all"),
    record("redirect=a.example redirect=b.example"),
  ],
  ignored: record("include=_spf.example.net -all"),
  skip: [{ zone: `` }, { zone: `example.com TXT "v=spf1 -all"\nexample.com TXT "v=spf1 foo"` }],
  inconclusive: { zone: `example.com TXT !timeout` },
});
