import { testCheck } from "mailworthy/testing";
import check from "../../../checks/spf/hardfail-advice.js";

const sends = (terms: string, more = "") => ({
  zone: `example.com TXT "v=spf1 ${terms}"\n${more}`,
  target: { role: ["sends"] as const },
});

testCheck(check, {
  soft: sends("mx ~all"),
  hard: [sends("mx -all"), sends("redirect=b.example", `b.example TXT "v=spf1 mx -all"`)],
  open: [sends("mx"), sends("mx ?all")],
  skip: [{ zone: `` }, { zone: `example.com TXT "v=spf1 -all"`, target: { role: ["parked"] } }],
  inconclusive: sends("redirect=b.example", "b.example TXT !timeout"),
});
