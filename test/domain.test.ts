import { expect, it } from "vitest";
import { readDomain } from "../src/domain.js";
import { UsageError } from "../src/usage.js";

it.each([
  ["Example.COM", "example.com"],
  ["example.com.", "example.com"],
  [" example.com ", "example.com"],
  ["münchen.example", "xn--mnchen-3ya.example"],
  ["例え。テスト", "xn--r8jz45g.xn--zckzah"],
  ["_dmarc.example.com", "_dmarc.example.com"],
  ["xn--mnchen-3ya.example", "xn--mnchen-3ya.example"],
])("reads %s", (written, name) => {
  expect(readDomain(written)).toBe(name);
});

it.each([
  ["example..com", '"example..com" is not a domain name: empty label at character 9.'],
  [".example.com", '".example.com" is not a domain name: empty label at character 1.'],
  ["", '"" is not a domain name: it is empty.'],
  ["a%2eb.com", '"a%2eb.com" is not a domain name: "%" at character 2.'],
  ["exa mple.com", '"exa mple.com" is not a domain name: " " at character 4.'],
  ["0x7f.1", '"0x7f.1" is not a domain name: its last label is a number.'],
  ["-a.example", '"-a.example" is not a domain name: label "-a" begins or ends with a hyphen.'],
  ["192.0.2.1", "192.0.2.1 is an address, not a domain."],
  ["2001:db8::1", "2001:db8::1 is an address, not a domain."],
  ["https://www.example.com/", "that is a web address. Its domain: mailworthy example.com"],
  ["http://user@example.com:8080/x", "that is a web address. Its domain: mailworthy example.com"],
  ["Ada@Example.com", "that is a mail address. Its domain: mailworthy example.com"],
  [`${"a".repeat(64)}.example`, /a label of 64 characters; 63 are allowed/],
  [`${"ü".repeat(60)}.example`, /a label of \d+ characters|no domain name may have/],
  [`${"a.".repeat(127)}example`, /261 characters; 253 are allowed/],
])("refuses %s", (written, why) => {
  expect(() => readDomain(written)).toThrow(UsageError);
  expect(() => readDomain(written)).toThrow(why);
});
