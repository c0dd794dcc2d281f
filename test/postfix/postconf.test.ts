import { beforeEach, describe, expect, it } from "vitest";
import { NetError } from "../../src/net/net.js";
import type { Ran } from "../../src/net/command.js";
import { gatherPostfix } from "../../src/postfix/gather.js";
import { lookedUp } from "../../src/postfix/lookup.js";
import { configurationOf } from "../../src/postfix/configuration.js";
import type { PostfixSeen } from "../../src/facts/postfix/seen.js";

/** What each command line prints; a program without one is not there. */
const answers = new Map<string, { stdout?: string; stderr?: string; code?: number } | Error>();
async function run(program: string, args: readonly string[]): Promise<Ran> {
  const found = answers.get([program, ...args].join(" "));
  if (found === undefined) return { outcome: "missing" };
  if (found instanceof Error) throw found;
  return { outcome: "ran", code: 0, stdout: "", stderr: "", ...found };
}
const say = (line: string, answer: { stdout?: string; stderr?: string; code?: number } | Error): void =>
  void answers.set(line, answer);
beforeEach(() => answers.clear());

describe("this machine's Postfix", () => {
  it("is asked of its own tools", async () => {
    say("postconf -dh mail_version", { stdout: "3.8.1\n" });
    say("postconf -c /etc/postfix -n", {
      stdout: "relayhost = [smtp.example.net]\nsmtp_sasl_password_maps = static:ann:hunter2\n",
      stderr:
        "postconf: warning: /etc/postfix/main.cf: unused parameter: sof_bounce=yes\npostconf: warning: x, line 3: overriding earlier entry: relayhost=y\n",
    });
    say("postconf -c /etc/postfix", {
      stdout: "relayhost = [smtp.example.net]\nmyhostname = vm.example\nqueue_directory = /nowhere\n",
    });
    say("postconf -c /etc/postfix -M", { stdout: "smtp inet n - y - - smtpd -o soft_bounce=yes\n" });
    say("postconf -c /etc/postfix -m", { stdout: "btree\nhash\n" });
    const seen = await gatherPostfix({}, run);
    expect(seen).toMatchObject({
      live: true,
      release: "3.8.1",
      faults: [],
      unused: ["sof_bounce"],
      repeated: ["relayhost"],
      tableTypes: ["btree", "hash"],
      unset: { myhostname: "vm.example", queue_directory: "/nowhere" },
      services: [{ name: "smtp", command: "smtpd", overrides: [{ name: "soft_bounce", value: "yes" }] }],
      machine: { disk: null },
    });
    expect(JSON.stringify(seen)).not.toContain("hunter2");
  });

  it("that cannot be read says why", async () => {
    say("postconf -dh mail_version", { stdout: "3.8.1\n" });
    for (const args of ["-n", "", "-M", "-m"])
      say(`postconf -c /etc/postfix ${args}`.trim(), { code: 1, stderr: "postconf: fatal: macro processing error\n" });
    const seen = await gatherPostfix({}, run);
    expect(seen.faults.at(-1)).toBe("postconf: fatal: macro processing error");
    expect(seen).toMatchObject({ live: true, unset: null });
  });

  it("that is not there is said so", async () => {
    await expect(gatherPostfix({}, run)).rejects.toThrow("this machine has no Postfix");
  });
});

describe("an address is looked up", () => {
  const seen = (main: string): PostfixSeen => ({
    ...configurationOf({ folder: "/p", main: `myhostname = mail.example.org\n${main}`, master: "", release: "3.7.11" }),
    live: true,
  });
  const find = (key: string, table: string, stdout: string): void =>
    say(`postmap -c /p -q ${key} ${table}`, { stdout });
  const no = (key: string, table: string): void => say(`postmap -c /p -q ${key} ${table}`, { code: 1 });
  const virtual =
    "virtual_mailbox_domains = example.net\nvirtual_mailbox_maps = hash:/v\nvirtual_alias_maps = hash:/a\nmydestination =\n";
  const nowhere = (...keys: string[]): void => keys.forEach((key) => (no(key, "hash:/a"), no(key, "hash:/v")));

  it("in the tables of its class, as smtpd does", async () => {
    nowhere("ann@example.net", "@example.net");
    no("example.net", "hash:/a");
    find("ann@example.net", "hash:/v", "example.net/ann/\n");
    const { domainClass, outcome, steps } = await lookedUp(seen(virtual), "ann@EXAMPLE.net", run);
    expect({ domainClass, outcome }).toEqual({ domainClass: "virtual-mailbox", outcome: "found" });
    expect(steps.at(-1)).toEqual({ table: "hash:/v", key: "ann@example.net", answer: "example.net/ann/" });
  });

  it("with and without its extension", async () => {
    no("example.net", "hash:/a");
    nowhere("ann+news@example.net", "ann@example.net", "@example.net");
    const { outcome, steps } = await lookedUp(seen(`${virtual}recipient_delimiter = +\n`), "ann+news@example.net", run);
    expect(outcome).toBe("not-found");
    expect(steps.map(({ key }) => key)).toContain("ann@example.net");
  });

  it("and is unknown where a table cannot be asked", async () => {
    say("postmap -c /p -q example.net hash:/a", {
      code: 1,
      stderr: "postmap: fatal: open database /a.db: No such file\n",
    });
    nowhere("ann@example.net", "@example.net");
    const { outcome, steps } = await lookedUp(seen(virtual), "ann@example.net", run);
    expect(outcome).toBe("unknown");
    expect(steps[0]!.problem).toContain("No such file");
    say("postmap -c /p -q example.net hash:/a", new NetError("timeout", "no end in 10 s"));
    expect((await lookedUp(seen(virtual), "ann@example.net", run)).outcome).toBe("unknown");
  });

  it("elsewhere, for a domain that is not served here", async () => {
    expect(await lookedUp(seen("mydestination = localhost\n"), "ann@example.com", run)).toMatchObject({
      domainClass: "none",
      outcome: "elsewhere",
    });
  });

  it.each(["ann", "ann@", "ann@exam ple.net", "-x@", "a\n@example.net"])("is refused: %j", async (address) => {
    await expect(lookedUp(seen(virtual), address, run)).rejects.toThrow("is not an address");
  });
});
