import { testCheck } from "mailworthy/testing";
import { keys } from "../dkim/keys.js";
import check from "../../../checks/change/dkim-key-swapped-in-place.js";

const whole = keys.rsa1024;
const key = (data: string, name = "s1", owner = `${name}._domainkey`): string =>
  `${owner}.example.com TXT "v=DKIM1; p=${data}"\n`;
const alias = (to: string): string => `s1._domainkey.example.com CNAME ${to}\n`;

testCheck(check, {
  apart: [
    { before: key("AAAABBBB"), zone: key("AAAABBBB") + key("CCCC", "s2") },
    { before: key("AAAABBBB"), zone: key("AAAA") },
    { before: key("AAAABBBB"), zone: key("") },
    { before: alias("s1.example.net"), zone: `${alias("s1.example.net")}www.example.com A 192.0.2.1` },
    { before: key(whole), zone: key(whole.replace("MIGf", "XXXX")) },
  ],
  swapped: [
    { before: key("AAAABBBB"), zone: key("CCCCDDDD") },
    { before: alias("k.example.com") + key("AAAABBBB", "", "k"), zone: alias("k.example.com") + key("CCCC", "", "k") },
    {
      before: alias("k.example.com") + key("AAAABBBB", "", "k"),
      zone: alias("j.example.com") + key("AAAABBBB", "", "k") + key("CCCC", "", "j"),
    },
  ],
  inconclusive: { before: key("AAAABBBB"), zone: alias("s1.example.net") },
});
