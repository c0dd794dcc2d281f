import { testCheck } from "mailworthy/testing";
import check from "../../../checks/msg/link-domains-listed.js";
import { about, letter } from "../../mail.js";

const here = { lists: ["dbl.spamhaus.org"] };
const trial = `test.dbl.spamhaus.org A 127.0.1.2\ndbltest.com.dbl.spamhaus.org A 127.0.1.2\n`;
const links = about(letter({}, "See https://www.shop.example/a and http://other.example:8080/?q=1\n"));

testCheck(check, {
  clean: { ...links, here, zone: trial },
  listed: [
    { ...links, here, zone: `${trial}shop.example.dbl.spamhaus.org A 127.0.1.2` },
    {
      ...about(letter({ "Content-Type": "text/html" }, `<a href="HTTPS://Shop.example./">x</a>`)),
      here,
      zone: `${trial}shop.example.dbl.spamhaus.org A 127.0.1.2`,
    },
  ],
  weighed: {
    ...links,
    here: { lists: ["multi.uribl.com"] },
    zone: `test.uribl.com.multi.uribl.com A 127.0.0.14\nshop.example.multi.uribl.com A 127.0.0.2`,
  },
  skip: [about(letter()), { ...links, here: { lists: [] } }],
  inconclusive: { ...links, here, zone: `${trial}shop.example.dbl.spamhaus.org A 127.255.255.254` },
});
