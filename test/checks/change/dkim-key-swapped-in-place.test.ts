import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/dkim-key-swapped-in-place.js";

const key = (data: string, name = "s1"): string => `${name}._domainkey.example.com TXT "v=DKIM1; p=${data}"\n`;

testCheck(check, {
  apart: [
    { before: key("AAAABBBB"), zone: key("AAAABBBB") + key("CCCC", "s2") },
    { before: key("AAAABBBB"), zone: key("AAAA") },
    { before: key("AAAABBBB"), zone: key("") },
  ],
  swapped: { before: key("AAAABBBB"), zone: key("CCCCDDDD") },
});
