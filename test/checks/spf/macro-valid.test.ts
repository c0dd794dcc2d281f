import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/macro-valid.js";

const record = (terms: string): { zone: string } => ({ zone: `example.com TXT "v=spf1 ${terms}"` });

testCheck(check, {
  valid: [record("exists:%{I}.%{dr}._spf.example.net exp=%{d}"), record("exists:%{p}.example.net -all")],
  none: [record("mx -all"), record("foo -all")],
  malformed: [
    record("exists:%{z}.example.net -all"),
    record("exists:%{i.example.net -all"),
    record("include:%{c}.example.net -all"),
    record("exists:%(i).example.net -all"),
  ],
  skip: { zone: `` },
  inconclusive: { zone: `example.com TXT !timeout` },
});
