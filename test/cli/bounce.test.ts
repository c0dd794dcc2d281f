import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { width } from "../../src/view/width.js";
import { emptyFolder, mailworthy } from "./shell.js";

const cwd = emptyFolder();
const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/bounces/${name}.eml`, import.meta.url));
for (const name of ["unknown", "delayed", "delivered"]) copyFileSync(fixture(name), join(cwd, `${name}.eml`));
for (const name of ["cur", "new", "tmp"]) mkdirSync(join(cwd, "Maildir", name), { recursive: true });
for (const name of ["unknown", "delayed", "two", "spf", "refused", "badcert"])
  copyFileSync(fixture(name), join(cwd, "Maildir/cur", name));
writeFileSync(join(cwd, "away.eml"), "From: a@example.org\nSubject: Out of office\n\nI am away.\n");
writeFileSync(join(cwd, "empty.eml"), "");
const escape = String.fromCharCode(27);
const bare = (address: string, reply: string): string =>
  `From: MAILER-DAEMON@example.net\nSubject: failure notice\n\nYour message could not be delivered.\n\n<${address}>: ${reply}\n`;
writeFileSync(join(cwd, "hostile.eml"), bare("user@example.org", `550 5.1.1 ${escape}[31mno such user`));
writeFileSync(
  join(cwd, "box.mbox"),
  ["one@example.org", "two@example.org"]
    .map((to) => `From a Tue Nov 24 05:00:00 2026\n${bare(to, "550 5.1.1 user unknown")}\n`)
    .join(""),
);
const run = (...argv: string[]) => mailworthy(["bounce", ...argv], { cwd, env: { COLUMNS: "80" } });

describe("the screen", () => {
  it("says of one recipient what was said, what it means, who can mend it and what to do", async () => {
    const { code, out, err } = await run("unknown.eml");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(
      "✗ unknown@reject.test  failed  5.1.1  userunknown\n  said   mx.reject.test, at RCPT TO, 2026-11-24 ",
    );
    expect(out).toContain("  means  there is no such mailbox at the receiver\n");
    expect(out).toMatch(/Explained {2}1 mail: 1 bounce; 1 recipient +exit 0\n$/);
  });

  it("names the checks that confirm it, and until when it is tried", async () => {
    const { out } = await run("delayed.eml");
    expect(out).toContain("checks mx/target-resolves, port/25-open, smtp/greeting\n");
    expect(out).toContain("it is tried until 2026-11-29 04:59 UTC\n");
  });

  it("asks nothing of who has good news", async () => {
    const { out } = await run("delivered.eml");
    expect(out).toContain("✓ bob@example.test  delivered  2.0.0\n");
    expect(out).not.toContain("next");
  });

  it("groups many by cause, domain and host", async () => {
    const { code, out } = await run("Maildir");
    expect(code).toBe(0);
    expect(out).toContain("delayed 4, failed 2, expired 1\n");
    expect(out).toContain("      4  networkerror     you or receiver  see whether only your network fails\n");
    expect(out).toContain("  to     refused.test 3, reject.test 2, badcert.test 1, timeout.test 1\n");
    expect(out).toMatch(/Explained {2}6 mails: 6 bounces; 7 recipients +exit 0\n$/);
  });

  it("shows each of many with --all", async () => {
    const { out } = await run("Maildir", "--all");
    expect(out).toContain("second@refused.test");
  });

  it.each([["60"], ["40"], ["120"]])("fits %s columns, also in ASCII", async (columns) => {
    for (const what of [["Maildir"], ["unknown.eml", "delayed.eml"], ["away.eml"]]) {
      const { out } = await run(...what, "--width", columns, "--ascii");
      expect(Math.max(...out.split("\n").map(width))).toBeLessThanOrEqual(Number(columns));
      expect(out).toMatch(/^[\n -~]+$/);
    }
  });

  it("shows what a hostile bounce holds as text", async () => {
    const { code, out } = await run("hostile.eml");
    expect(code).toBe(0);
    expect(out).not.toContain(escape);
    expect(out).toContain(String.raw`\027`);
  });
});

describe("what is read", () => {
  it("reads an mbox, and standard input", async () => {
    const { out } = await run("box.mbox");
    expect(out).toContain("two@example.org  failed  5.1.1  userunknown");
    const piped = await mailworthy(["bounce", "-"], { cwd, stdin: bare("user@example.org", "552 5.2.2 over quota") });
    expect(piped.out).toContain("user@example.org  failed  5.2.2  mailboxfull");
  });

  it("says that a mail is no bounce", async () => {
    const { code, out } = await run("away.eml");
    expect(code).toBe(3);
    expect(out).toContain("this mail is not about a delivery that failed");
    expect(out).toMatch(/No bounce {2}1 mail: 1 automatic reply; 0 recipients +exit 3\n$/);
  });

  it("reads the rest where a file cannot be read", async () => {
    const { code, out, err } = await run("unknown.eml", "gone.eml", "empty.eml");
    expect(code).toBe(3);
    expect(err).toBe("gone.eml: no such file\nempty.eml: an empty file\n");
    expect(out).toContain("unknown@reject.test");
    expect(await run("gone.eml")).toMatchObject({ code: 2, out: "" });
  });

  it("has it all as JSON", async () => {
    const { out } = await run("unknown.eml", "--json");
    expect(JSON.parse(out)).toMatchObject({
      mails: 1,
      bounces: 1,
      outcomes: { failed: 1 },
      causes: [{ reason: "userunknown", recipients: 1 }],
      told: [
        {
          file: "unknown.eml",
          address: "unknown@reject.test",
          status: "5.1.1",
          replyCode: "550",
          who: "your list",
          retry: false,
          checks: [],
        },
      ],
    });
  });
});
