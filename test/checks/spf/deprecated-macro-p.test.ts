import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/deprecated-macro-p.js";

const record = (terms: string, more = ""): { zone: string } => ({ zone: `example.com TXT "v=spf1 ${terms}"\n${more}` });

testCheck(check, {
  none: [record("mx -all"), record("exists:%{i}.example.net -all")],
  used: [record("exists:%{p}.example.net -all"), record("exists:%{P2r}.example.net -all")],
  skip: { zone: `` },
  inconclusive: { zone: `example.com TXT !timeout` },
});
