import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mx/target-is-hostname.js";

const exchange = (name: string): { zone: string } => ({ zone: `example.com MX 10 ${name}` });

testCheck(check, {
  name: [exchange("mx1.example.com"), exchange("xn--mx-lka.example.com"), exchange("1.example.com")],
  underscore: exchange("mx_1.example.com"),
  address: [exchange("192.0.2.1"), exchange("2001:db8::1"), exchange("[192.0.2.1]")],
  localhost: [exchange("localhost"), exchange("localhost.localdomain"), exchange("mx.localhost")],
  short: exchange("mail"),
  malformed: [
    exchange("mx..example.com"),
    exchange("-mx.example.com"),
    exchange(`${"a".repeat(64)}.example.com`),
    exchange("192.0.2.256"),
    exchange("mx\\032one.example.com"),
  ],
  skip: [{ zone: `example.com MX 0 .` }, { ...exchange("192.0.2.1"), target: { role: ["sends"] } }],
  inconclusive: { zone: `example.com MX !servfail` },
});
