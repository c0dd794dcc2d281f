import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, mailworthy, type Outcome } from "./shell.js";

const sound = `compatibility_level = 3.6
myhostname = localhost
mynetworks = 127.0.0.0/8
smtpd_tls_security_level = may
`;

/** Judges a copy of a configuration with these lines. */
async function judged(main: string, ...flags: string[]): Promise<Outcome> {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, "copy"));
  writeFileSync(join(cwd, "copy/main.cf"), main);
  writeFileSync(join(cwd, "copy/master.cf"), "smtp inet n - y - - smtpd\nsmtp unix - - y - - smtp\n");
  return mailworthy(["postfix", "copy", ...flags], { cwd, columns: 80 });
}

describe("mailworthy postfix", () => {
  it("says what is wrong, what is not known and what would tell", async () => {
    const { code, out } = await judged(`${sound}soft_bounce = yes\n`);
    expect(code).toBe(1);
    expect(out).toContain("copy\n");
    expect(out).toContain("✗ postfix/soft-bounce");
    expect(out).toContain("main.cf:5");
    expect(out).toContain("$ postconf -e 'soft_bounce = no'");
    expect(out).toContain("--release 3.7.11 says it");
    expect(out).toMatch(/^Failing .* exit 1\n$/m);
  });

  it("knows the defaults of a release that is named", async () => {
    const only = ["--only", "postfix/smuggling"];
    expect((await judged(sound, ...only)).code).toBe(3);
    expect((await judged(sound, ...only, "--release", "3.9.1")).code).toBe(0);
    expect((await judged(sound, ...only, "--release", "3.7.11")).code).toBe(1);
  });

  it.each(["json", "ndjson", "csv", "tap", "junit", "markdown", "html", "github", "dot"])(
    "is reported as %s",
    async (name) => {
      const { out } = await judged(`${sound}soft_bounce = yes\n`, "-r", name);
      expect(out.length).toBeGreaterThan(20);
      expect(out).not.toMatch(/undefined|\[object/);
    },
  );

  it("shows what differs from the defaults", async () => {
    const { code, out } = await judged(`${sound}message_size_limit = 1\n`, "--diff");
    expect(code).toBe(0);
    expect(out).toContain("  message_size_limit\n    is       1\n    default  10240000\n");
    const { differences } = JSON.parse((await judged("soft_bounce = yes\n", "--diff", "--json")).out);
    expect(differences).toEqual([{ name: "soft_bounce", value: "yes", default: "no", where: "main.cf" }]);
  });

  it.each([
    [["postfix", "nowhere"], "nowhere holds no main.cf"],
    [["postfix", "nowhere", "--root", "x"], "both name a copy"],
    [["postfix", "nowhere", "--release", "new"], "no release of Postfix"],
  ])("%j is refused", async (argv, text) => {
    const { code, err } = await mailworthy(argv);
    expect(code).toBe(2);
    expect(err).toContain(text);
  });

  it("stays calm and clean over what nobody would write", async () => {
    const hostile = `${sound}smtpd_banner = $a\na = $b\nb = $a\nrelayhost = \u001b[31mred\u001b[0m\u0000\u202e
mydestination = ${"x.example ".repeat(90_000)}
smtp_sasl_password_maps = static:ann:hunter2
people_bind_pw = hunter2
`;
    const { code, out, err } = await judged(hostile, "-vv");
    expect(code).toBe(1);
    // eslint-disable-next-line no-control-regex
    expect(out + err).not.toMatch(/[\u0000\u001b\u202e]|hunter2/);
    expect(out).toContain("hang on each other in a circle");
  });
});
