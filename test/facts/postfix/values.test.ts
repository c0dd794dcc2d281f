import { describe, expect, it } from "vitest";
import { effective } from "../../../src/facts/postfix/values.js";
import { hostOf, isLoopback, portOf } from "../../../src/facts/postfix/services.js";
import type { PostfixSeen } from "../../../src/facts/postfix/seen.js";
import { configurationOf } from "../../../src/postfix/configuration.js";
import { NetError } from "../../../src/net/net.js";

const of = (main: string, more: Partial<PostfixSeen> = {}, master = ""): PostfixSeen => ({
  ...configurationOf({ folder: "backup", main, master, release: "3.7.11" }),
  ...more,
});

describe("the value of a setting", () => {
  it.each([
    ["soft_bounce", "", "no"],
    ["soft_bounce", "soft_bounce = yes\nsoft_bounce = no", "no"],
    ["mydomain", "myhostname = mail.example.org", "example.org"],
    ["mydomain", "myhostname = vm", "localdomain"],
    ["myorigin", "myhostname = mail.example.org", "mail.example.org"],
    ["smtpd_banner", "myhostname = a.b", "a.b ESMTP Postfix"],
    ["mynetworks_style", "compatibility_level = 2", "host"],
    ["mynetworks_style", "", "subnet"],
    ["mail_version", "", "3.7.11"],
    ["smtpd_tls_key_file", "smtpd_tls_cert_file = /x", "/x"],
    ["luser_relay", "luser_relay = $user@x.example", "$user@x.example"],
    ["no_such_setting", "", ""],
  ])("%s with %j", (name, main, value) => expect(effective(of(main), name)).toBe(value));

  it("is that of the service, in the words of the service", () => {
    const lines =
      "587 inet n - y - - smtpd -o milter_default_action=reject -o syslog_name=postfix/$service_name -o smtpd_banner=$own";
    const seen = of("own = 1\nmilter_default_action = accept", {}, lines);
    const [service] = seen.services;
    expect(effective(seen, "milter_default_action", service)).toBe("reject");
    expect(effective(seen, "syslog_name", service)).toBe("postfix/587");
    expect(effective(seen, "smtpd_banner", service)).toBe("1");
    expect(effective(seen, "milter_default_action")).toBe("accept");
  });

  it("is what Postfix has worked out, where it was asked", () => {
    const seen = of("", {
      live: true,
      unset: { mynetworks: "10.0.0.0/8", myhostname: "vm.example", mydomain: "example" },
    });
    expect(effective(seen, "mynetworks")).toBe("10.0.0.0/8");
    expect(effective(seen, "myorigin")).toBe("vm.example");
  });

  it.each([
    ["mynetworks", of("")],
    ["myorigin", of("")],
    ["smtpd_forbid_bare_newline", of("", { release: null })],
    ["smtp_tls_security_level", of("", { release: null })],
    ["smtpd_banner", of("smtpd_banner = $a\na = $b\nb = $a")],
    ["smtpd_banner", of("smtpd_banner = ${x")],
    ["smtpd_banner", of(`smtpd_banner = ${"$a".repeat(1_000)}\na = ${"x".repeat(900_000)}`)],
  ])("is not known, and nothing is made up: %s", (name, seen) => expect(() => effective(seen, name)).toThrow(NetError));

  it("that is not known says how it becomes known", () => {
    const because = (seen: PostfixSeen, name: string): string | undefined => {
      try {
        return effective(seen, name);
      } catch (error) {
        return (error as NetError).because?.id;
      }
    };
    expect(because(of("", { release: null }), "milter_default_action")).toBe("postfix release");
    expect(because(of(""), "mynetworks")).toBe("postfix machine");
  });
});

describe("where a service listens", () => {
  it.each([
    ["smtp inet n - y - - smtpd", 25, undefined],
    ["submission inet n - y - - smtpd", 587, undefined],
    ["[::1]:smtps inet n - y - - smtpd", 465, "::1"],
    ["127.0.0.1:10025 inet n - y - - smtpd", 10_025, "127.0.0.1"],
    ["nowhere inet n - y - - smtpd", null, undefined],
    ["smtp unix - - y - - smtp", null, undefined],
    ["smtpd pass - - y - - smtpd", null, undefined],
  ])("%s", (lines, port, host) => {
    const seen = of("", {}, lines);
    expect(portOf(seen, seen.services[0]!)).toBe(port);
    expect(hostOf(seen.services[0]!)).toBe(host);
  });

  it.each([
    ["127.0.0.1:25", "", true],
    ["[::1]:25", "", true],
    ["localhost:25", "", true],
    ["25", "inet_interfaces = loopback-only", true],
    ["25", "inet_interfaces = 127.0.0.1, [::1]", true],
    ["25", "inet_interfaces = 127.0.0.1, 192.0.2.1", false],
    ["192.0.2.1:25", "inet_interfaces = loopback-only", false],
    ["25", "inet_interfaces = $a\na = $a", false],
    ["25", "", false],
  ])("%s with %j", (name, main, loopback) => {
    const seen = of(main, {}, `${name} inet n - y - - smtpd`);
    expect(isLoopback(seen, seen.services[0]!)).toBe(loopback);
  });
});
