import { describe, expect, it } from "vitest";
import { readMasterCf, serviceName } from "../../../src/syntax/postfix/master-cf.js";

const text = `# service type private unpriv chroot wakeup maxproc command
smtp      inet  n       -       y       -       -       smtpd -v
127.0.0.1:submission inet n -   n       -       10      smtpd
  -o smtpd_tls_security_level=encrypt
# a remark between
  -o { smtpd_recipient_restrictions = permit_sasl_authenticated, reject }
  -osmtpd_helo_required=yes -vv
maildrop  unix  -       n       n       -       -       pipe flags=DRXhu
  user=vmail argv=/usr/bin/maildrop -d \${recipient} -o secret=password
`;

describe("master.cf", () => {
  const { services, faults } = readMasterCf(text);

  it("reads services with what holds for each alone", () => {
    expect(faults).toEqual([]);
    expect(services.map(serviceName)).toEqual(["smtp/inet", "127.0.0.1:submission/inet", "maildrop/unix"]);
    expect(services.map(({ command, chroot, processes, line }) => [command, chroot, processes, line])).toEqual([
      ["smtpd", "y", "-", 2],
      ["smtpd", "n", "10", 3],
      ["pipe", "n", "-", 8],
    ]);
    expect(services[1]!.overrides.map(({ name, value }) => [name, value])).toEqual([
      ["smtpd_tls_security_level", "encrypt"],
      ["smtpd_recipient_restrictions", "permit_sasl_authenticated, reject"],
      ["smtpd_helo_required", "yes"],
    ]);
    expect(services.map(({ verbose }) => verbose)).toEqual([1, 2, 0]);
  });

  it("keeps no argument of a command, as passwords stand in some", () => {
    expect(JSON.stringify(services)).not.toContain("password");
    expect(services[2]!.overrides).toEqual([]);
  });

  it.each(["smtp inet n - y", "smtp", "  -o a=b"])("a fault: %j", (line) =>
    expect(readMasterCf(line)).toMatchObject({ services: [], faults: [{ line: 1 }] }),
  );

  it("takes no time over braces without end", () => {
    expect(readMasterCf(`smtp inet n - y - - smtpd -o ${"{ ".repeat(300_000)}`).services).toHaveLength(1);
  });
});
