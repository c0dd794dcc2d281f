import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dns/txt-cname-conflict.js";
import { zoneWith } from "./zones.js";

testCheck(check, {
  none: [
    { zone: zoneWith(`_dmarc.example.com TXT "v=DMARC1; p=none"`) },
    { zone: zoneWith(`_dmarc.example.com CNAME d.example.net\nd.example.net TXT "v=DMARC1; p=none"`) },
    { zone: "" },
  ],
  both: [
    { zone: zoneWith(`_dmarc.example.com TXT "v=DMARC1; p=none"\n_dmarc.example.com CNAME d.example.net`) },
    { zone: zoneWith(`_smtp._tls.example.com TXT "v=TLSRPTv1"\n_smtp._tls.example.com CNAME t.example.net`) },
  ],
  inconclusive: [
    { zone: `_mta-sts.example.com TXT !timeout` },
    { zone: zoneWith(`_dmarc.example.com TXT "v=DMARC1; p=none"\n_dmarc.example.com CNAME !timeout`) },
  ],
});
