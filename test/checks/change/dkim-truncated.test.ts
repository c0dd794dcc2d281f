import { testCheck } from "mailworthy/testing";
import { keys } from "../dkim/keys.js";
import check from "../../../checks/change/dkim-truncated.js";

const whole = keys.rsa1024;
const key = (data: string, name = "s1"): string => `${name}._domainkey.example.com TXT "v=DKIM1; p=${data}"\n`;

testCheck(check, {
  whole: [
    { before: key("AAAABBBB"), zone: key("CCCCDDDD") },
    { before: key("AAAA"), zone: key("AAAABBBB") },
    { before: key("AAAABBBB"), zone: key("") },
  ],
  cut: [
    { before: key("AAAABBBB"), zone: key("AAAABB") },
    { before: key(whole), zone: key(whole.slice(0, 100)) },
  ],
  unreadable: [
    { before: key(whole), zone: key(whole.replace("MIGf", "XXXX")) },
    { before: key(whole), zone: key(`${whole.slice(0, 40)}*${whole.slice(41)}`) },
  ],
});
