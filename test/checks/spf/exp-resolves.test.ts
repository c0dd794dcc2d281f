import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/exp-resolves.js";

const record = (terms: string, more = ""): { zone: string } => ({ zone: `example.com TXT "v=spf1 ${terms}"\n${more}` });

testCheck(check, {
  found: [
    record("exp=why.example.com -all", `why.example.com TXT "%{i} may not send for %{d}"`),
    record("exp=why.%{d} -all", `why.example.com TXT "ask postmaster"`),
  ],
  depends: record("exp=%{l}.example.com -all"),
  missing: [
    record("exp=why.example.com -all"),
    record("exp=why.example.com -all", `why.example.com TXT "one"\nwhy.example.com TXT "two"`),
  ],
  unreadable: record("exp=why.example.com -all", `why.example.com TXT "%{x} no"`),
  skip: [{ zone: `` }, record("mx -all")],
  inconclusive: [
    { zone: `example.com TXT !timeout` },
    record("exp=why.example.com -all", "why.example.com TXT !timeout"),
  ],
});
