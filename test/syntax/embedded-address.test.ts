import { expect, it } from "vitest";
import { embedsAddress } from "../../src/syntax/embedded-address.js";

it.each([
  ["203-0-113-25.example.net", "203.0.113.25", true],
  ["25.113.0.203.static.example.net", "203.0.113.25", true],
  ["ip203.000.113.025.example.net", "203.0.113.25", true],
  ["ec2-203-0-113-25.compute.example", "203.0.113.25", true],
  ["cb007119.example.net", "203.0.113.25", true],
  ["203-0-113-255.example.net", "203.0.113.25", false],
  ["1203-0-113-25.example.net", "203.0.113.25", false],
  ["mail25.example.net", "203.0.113.25", false],
  ["mail.203.example.net", "203.0.113.25", false],
  ["2001-db8--25.example.net", "2001:db8::25", true],
  ["5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.example.net", "2001:db8::25", true],
  ["h-0011223344556677.example.net", "2001:db8::11:2233:4455:6678", false],
  ["h-0011223344556677.example.net", "2001:db8:0:0:11:2233:4455:6677", true],
  ["mail.example.net", "2001:db8::25", false],
])("%s, %s: %s", (name, ip, expected) => {
  expect(embedsAddress(name, ip)).toBe(expected);
});
