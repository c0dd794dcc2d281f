import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/dkim-selector-deleted.js";

const key = (data: string, name = "s1"): string => `${name}._domainkey.example.com TXT "v=DKIM1; p=${data}"\n`;

testCheck(check, {
  kept: [
    { before: key("AAAA"), zone: key("AAAA") },
    { before: key(""), zone: "" },
    { before: key("AAAA"), zone: "s1._domainkey.example.com CNAME s1.example.net" },
    { before: "", zone: key("AAAA") },
  ],
  deleted: [
    { before: key("AAAA"), zone: "" },
    { before: "s1._domainkey.example.com CNAME s1.example.net", zone: key("AAAA", "s2") },
  ],
  revoked: { before: key("AAAA"), zone: key("") },
});
