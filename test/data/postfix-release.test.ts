import { expect, it } from "vitest";
import { isBefore, isPostfixSetting, postfixDefault } from "../../src/data/postfix-release.js";

it.each([
  ["soft_bounce", null, "no"],
  ["smtpd_forbid_bare_newline", null, null],
  ["smtpd_forbid_bare_newline", "3.7.11", "no"],
  ["smtpd_forbid_bare_newline", "3.8.6", "no"],
  ["smtpd_forbid_bare_newline", "3.9.0", "normalize"],
  ["smtpd_forbid_bare_newline", "3.12-20260821", "normalize"],
  ["milter_default_action", "3.10.2", "tempfail"],
  ["milter_default_action", "3.11.0", "shutdown"],
  ["tls_medium_cipherlist", "3.9.1", null],
  ["smtpd_tls_mandatory_protocols", "3.5.25", null],
  ["smtpd_tls_mandatory_protocols", "3.6.0", ">=TLSv1"],
  ["myhostname", "3.7.11", null],
  ["requiretls_enable", "3.7.11", undefined],
  ["no_such_setting", "3.7.11", undefined],
])("the default of %s in %s is %j", (name, release, value) => expect(postfixDefault(name, release)).toBe(value));

it("releases stand in order", () => {
  const order = ["2.11.3", "3.5.25", "3.6", "3.6.14", "3.9", "3.10.1", "3.11.7", "3.12-20260821"];
  for (const [at, one] of order.entries())
    for (const [place, other] of order.entries())
      expect([one, other, isBefore(one, other)]).toEqual([one, other, at < place]);
});

it("knows the names of both tables", () => {
  for (const name of ["soft_bounce", "requiretls_enable", "myhostname"]) expect(isPostfixSetting(name)).toBe(true);
  expect(isPostfixSetting("constructor")).toBe(false);
});
