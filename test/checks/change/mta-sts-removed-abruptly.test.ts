import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/mta-sts-removed-abruptly.js";

const zone = `_mta-sts.example.com TXT "v=STSv1; id=1"\nmta-sts.example.com A 192.0.2.80\n`;
const policy = (mode: string): Record<string, string> => ({
  "https://mta-sts.example.com/.well-known/mta-sts.txt": `version: STSv1\nmode: ${mode}\nmx: mx1.example.com\nmax_age: 604800\n`,
});
const host = "mta-sts.example.com A 192.0.2.80\n";
const record = `_mta-sts.example.com TXT "v=STSv1; id=1"\n`;

testCheck(check, {
  kept: [
    { before: zone, zone: zone.replace("id=1", "id=2"), https: policy("enforce") },
    { before: zone, zone: "", https: policy("none") },
    { before: zone, zone: `${record}mta-sts.example.com CNAME pages.example.net`, https: policy("enforce") },
    { before: "example.com MX 10 mx1.example.com", zone: "" },
  ],
  record: [
    { before: zone, zone: host, https: policy("enforce") },
    { before: zone, zone: "", https: policy("testing") },
  ],
  host: { before: zone, zone: record, https: policy("enforce") },
  inconclusive: {
    before: zone,
    zone: "",
    https: { "https://mta-sts.example.com/.well-known/mta-sts.txt": "!timeout" },
  },
});
