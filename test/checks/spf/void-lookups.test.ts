import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/void-lookups.js";

const record = (terms: string, more = ""): { zone: string } => ({
  zone: `example.com TXT "v=spf1 ${terms} -all"\na.example A 192.0.2.1\na.example AAAA 2001:db8::1\n${more}`,
});

testCheck(check, {
  none: [
    record("a:a.example"),
    record("ip4:192.0.2.1"),
    record("exists:%{i}.x.example ptr exists:%{l}.x.example exists:%{s}.x.example"),
  ],
  within: [record("a:a.example a:gone.example"), record("mx"), record("exists:gone.example")],
  near: [
    record("a:gone.example mx"),
    record("a:four.example a:four.example", "four.example A 192.0.2.2"),
    record("a:gone.example a:gone.example"),
  ],
  partly: [
    record("a:gone.example mx a:four.example", "four.example A 192.0.2.2"),
    record("a:four.example a:four.example a:four.example", "four.example A 192.0.2.2"),
  ],
  exceeded: [
    record("a:gone.example mx exists:gone.example"),
    record("mx a:gone.example include:b.example", `b.example TXT "v=spf1 mx -all"`),
    record("mx a:gone.example exists:gone.example a:b.example", "b.example * !timeout"),
  ],
  skip: [{ zone: `` }, record("include:example.com")],
  inconclusive: [
    record("a:b.example", "b.example * !timeout"),
    record("a:b.example", "b.example A 192.0.2.1\nb.example AAAA !servfail"),
    record("mx a:gone.example include:b.example", "b.example TXT !servfail"),
    record("mx a:gone.example a:b.example", "b.example A !servfail"),
  ],
});
