import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/loop.js";

const chain = (...terms: string[]): { zone: string } => ({
  zone: terms.map((term, at) => `${["example.com", "b.example", "c.example"][at]!} TXT "v=spf1 ${term}"`).join("\n"),
});

testCheck(check, {
  none: [
    chain("include:b.example -all", "-all"),
    chain("include:b.example include:b.example -all", "mx -all"),
    chain("include:B.example -all", "-all include:example.com"),
  ],
  loop: [
    chain("include:example.com -all"),
    chain("include:b.example -all", "redirect=Example.com."),
    chain("redirect=b.example", "include:c.example -all", "include:b.example -all"),
    { zone: `example.com TXT "v=spf1 include:example.com include:b.example -all"\nb.example TXT !timeout` },
  ],
  skip: { zone: `` },
  inconclusive: [{ zone: `example.com TXT "v=spf1 include:b.example -all"\nb.example TXT !timeout` }],
});
