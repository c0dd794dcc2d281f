import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dns/domain-exists.js";

testCheck(check, {
  exists: [
    { zone: `example.com SOA ns1.example.com hostmaster.example.com 1 7200 900 1209600 300` },
    { zone: `example.com A 192.0.2.1` },
    { zone: `mail.example.com A 192.0.2.1` },
    { zone: `example.com CNAME gone.example.net` },
  ],
  none: { zone: `example.net A 192.0.2.1` },
  inconclusive: [{ zone: `example.com SOA !servfail` }, { zone: `example.com * !timeout` }],
});
