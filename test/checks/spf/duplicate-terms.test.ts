import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/duplicate-terms.js";

const record = (terms: string, more = ""): { zone: string } => ({ zone: `example.com TXT "v=spf1 ${terms}"\n${more}` });

const b = `b.example TXT "v=spf1 -all"`;

testCheck(check, {
  none: [record("mx a -all"), record("mx a -mx -all"), record("include:b.example -all", b)],
  again: [record("mx +MX -all"), record("ip4:192.0.2.1 a ip4:192.0.2.1 -all")],
  reached: record("include:b.example include:c.example -all", `${b}\nc.example TXT "v=spf1 include:b.example -all"`),
  skip: { zone: `` },
  inconclusive: { zone: `example.com TXT !timeout` },
});
