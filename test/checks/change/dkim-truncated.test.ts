import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/dkim-truncated.js";

const key = (data: string, name = "s1"): string => `${name}._domainkey.example.com TXT "v=DKIM1; p=${data}"\n`;

testCheck(check, {
  whole: [
    { before: key("AAAABBBB"), zone: key("CCCCDDDD") },
    { before: key("AAAA"), zone: key("AAAABBBB") },
    { before: key("AAAABBBB"), zone: key("") },
  ],
  cut: { before: key("AAAABBBB"), zone: key("AAAABB") },
});
