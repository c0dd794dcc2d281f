import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mx/provider-consistency.js";

const mx = `example.com MX 0 example-com.mail.protection.outlook.com\nexample-com.mail.protection.outlook.com A 192.0.2.1`;
const provider = `spf.protection.outlook.com TXT "v=spf1 ip4:192.0.2.0/24 -all"`;

testCheck(check, {
  included: [
    { zone: `${mx}\n${provider}\nexample.com TXT "v=spf1 include:spf.protection.outlook.com -all"` },
    {
      zone: `${mx}\n${provider}
        example.com TXT "v=spf1 include:_spf.example.com -all"
        _spf.example.com TXT "v=spf1 include:spf.protection.outlook.com -all"`,
    },
  ],
  missing: { zone: `${mx}\nexample.com TXT "v=spf1 ip4:192.0.2.9 -all"` },
  skip: [
    { zone: `example.com MX 10 mx1.example.com\nexample.com TXT "v=spf1 mx -all"\nmx1.example.com A 192.0.2.1` },
    { zone: mx },
    { zone: `${mx}\nexample.com TXT "v=spf1 -all"`, target: { role: ["receives"] } },
  ],
  inconclusive: [
    { zone: `${mx}\nexample.com TXT "v=spf1 include:_spf.example.net -all"\n_spf.example.net TXT !timeout` },
    { zone: `${mx}\nexample.com TXT !timeout` },
  ],
});
