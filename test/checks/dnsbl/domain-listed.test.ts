import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dnsbl/domain-listed.js";
import { dbl, spamcop, surbl } from "./lists.js";

const sends = `example.com TXT "v=spf1 a -all"\nexample.com A 192.0.2.1`;
const here = { lists: ["dbl.spamhaus.org", "multi.surbl.org", "bl.spamcop.net"] };
const world = `${sends}\n${dbl}\n${surbl}\n${spamcop}`;

testCheck(check, {
  clean: [
    { zone: world, here },
    // an address in place of a mail host is no name that a list holds
    { zone: `${world}\nexample.com MX 10 192.0.2.25\n192.0.2.25.dbl.spamhaus.org A 127.0.1.255`, here },
  ],
  listed: { zone: `${world}\nexample.com.dbl.spamhaus.org A 127.0.1.4`, here },
  weighed: [
    { zone: `${world}\nexample.com.multi.surbl.org A 127.0.0.80`, here },
    { zone: `${world}\nexample.com.multi.surbl.org A 127.0.0.8`, here },
    // a list of registered domains is asked for the domain that was registered
    {
      zone: `mail.example.co.uk TXT "v=spf1 a -all"\n${dbl}\n${surbl}\nexample.co.uk.multi.surbl.org A 127.0.0.8`,
      here,
      target: { domain: "mail.example.co.uk", role: ["sends"] },
    },
  ],
  host: [
    {
      zone: `${world}\nexample.com MX 10 mx.bulk.example.net\nmx.bulk.example.net.dbl.spamhaus.org A 127.0.1.2`,
      here,
    },
    {
      zone: `${world}\nexample.com MX 10 mx.bulk.co.uk\nbulk.co.uk.multi.surbl.org A 127.0.0.64`,
      here,
    },
    // what is not known of another host hides no listing
    {
      zone: `${world}\nexample.com MX 10 mx.bulk.net\nexample.com MX 20 mx.other.net
        mx.bulk.net.dbl.spamhaus.org A 127.0.1.2\nmx.other.net.dbl.spamhaus.org * !timeout`,
      here,
    },
  ],
  skip: [
    { zone: `${world}\nexample.com.dbl.spamhaus.org A 127.0.1.4`, here, target: { role: ["receives"] } },
    { zone: world, here: { lists: ["bl.spamcop.net"] } },
    { zone: world },
  ],
  inconclusive: [
    { zone: `${world}\nexample.com MX 10 mx.other.net\nmx.other.net.dbl.spamhaus.org * !timeout`, here },
    { zone: `${world}\nexample.com MX !servfail`, here, target: { role: ["sends"] } },
    { zone: `${world}\nexample.com.dbl.spamhaus.org A 127.0.1.255`, here },
    { zone: `${world}\nexample.com.multi.surbl.org A 127.0.0.1`, here },
    { zone: `${world}\nexample.com.multi.surbl.org A 127.0.0.2`, here },
    { zone: `${sends}\n${surbl}`, here },
    { zone: `${world}\nexample.com.dbl.spamhaus.org * !timeout`, here },
  ],
});
