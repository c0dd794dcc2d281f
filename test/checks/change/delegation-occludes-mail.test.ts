import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/delegation-occludes-mail.js";

const dkim = 's1._domainkey.example.com TXT "v=DKIM1; p="\n';
const cut = "_domainkey.example.com NS ns1.example.net\n";

testCheck(check, {
  clear: [
    { before: dkim, zone: dkim },
    { before: dkim, zone: `${dkim}shop.example.com NS ns1.example.net` },
    { before: cut, zone: cut },
  ],
  hidden: { before: dkim, zone: dkim + cut },
});
