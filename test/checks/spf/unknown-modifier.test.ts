import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/unknown-modifier.js";

const record = (terms: string, more = ""): { zone: string } => ({ zone: `example.com TXT "v=spf1 ${terms}"\n${more}` });

testCheck(check, {
  none: [record("mx -all"), record("redirect=b.example"), record("exp=a.example -all")],
  ignored: record("mx tracker=yes -all"),
  skip: { zone: `` },
  inconclusive: { zone: `example.com TXT !timeout` },
});
