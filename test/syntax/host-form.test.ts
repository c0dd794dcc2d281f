import { expect, it } from "vitest";
import { hostForm } from "../../src/syntax/host-form.js";

it.each([
  ["mx1.example.com", "host-name"],
  ["1.example.com", "host-name"],
  ["xn--bcher-kva.example", "host-name"],
  ["MX.EXAMPLE.COM", "host-name"],
  ["192.0.2.1", "address"],
  ["[192.0.2.1]", "address"],
  ["[IPv6:2001:db8::1]", "address"],
  ["2001:db8::1", "address"],
  ["localhost", "localhost"],
  ["localhost.localdomain", "localhost"],
  ["a.localhost", "localhost"],
  ["mail", "single-label"],
  ["mx_1.example.com", "underscore"],
  ["_.example.com", "underscore"],
  ["192.0.2.256", "malformed"],
  ["mx.example.123", "malformed"],
  ["-mx.example.com", "malformed"],
  ["mx..example.com", "malformed"],
  ["mx\\.1.example.com", "malformed"],
  ["mx 1.example.com", "malformed"],
  ["", "malformed"],
  [".", "malformed"],
])("%j is %s", (name, form) => {
  expect(hostForm(name)).toBe(form);
});
