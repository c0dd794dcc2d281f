import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dnsbl/mx-a-record.js";
import { dbl, spamcop, zen } from "./lists.js";

const here = { lists: ["zen.spamhaus.org", "bl.spamcop.net"] };
const domain = `example.com MX 10 mx.example.com\nmx.example.com A 192.0.2.25\nexample.com A 192.0.2.80`;
const world = `${zen}\n${spamcop}\n${domain}`;

testCheck(check, {
  clean: [
    { zone: world, here },
    { zone: `${zen}\n${spamcop}\nexample.com A 192.0.2.80`, here },
  ],
  listed: [
    { zone: `${world}\n25.2.0.192.zen.spamhaus.org A 127.0.0.2`, here },
    { zone: `${world}\n80.2.0.192.bl.spamcop.net A 127.0.0.2`, here },
    // what is not known of another address hides no listing
    { zone: `${world}\n80.2.0.192.bl.spamcop.net A 127.0.0.2\n25.2.0.192.bl.spamcop.net * !timeout`, here },
  ],
  skip: [
    { zone: `${zen}\nexample.com TXT "nothing"`, here },
    { zone: `${dbl}\n${domain}`, here: { lists: ["dbl.spamhaus.org"] } },
    { zone: domain },
  ],
  inconclusive: [
    { zone: `${world}\n25.2.0.192.zen.spamhaus.org A 127.255.255.254`, here },
    { zone: `${world}\nmx.example.com AAAA !timeout`, here },
    { zone: `${world}\nexample.com A !timeout`, here },
    { zone: `${zen}\n${spamcop}\nexample.com MX !servfail\nexample.com A 192.0.2.80`, here },
  ],
});
