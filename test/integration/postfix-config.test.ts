import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { postfixDefault, unexpandedSettings } from "../../src/data/postfix-release.js";
import { effective } from "../../src/facts/postfix/values.js";
import type { PostfixSeen } from "../../src/facts/postfix/seen.js";
import { filesOf } from "../../src/postfix/files.js";
import { gatherPostfix } from "../../src/postfix/gather.js";
import { toldByPostconf } from "../../src/postfix/postconf.js";
import { serviceName } from "../../src/syntax/postfix/master-cf.js";

const release = execFileSync("postconf", ["-dh", "mail_version"], { encoding: "utf8" }).trim();
const folder = mkdtempSync(join(tmpdir(), "postfix-config-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Settings as postconf prints them; undefined where it refuses. */
function printed(...args: string[]): Map<string, string> | undefined {
  const { status, stdout } = spawnSync("postconf", ["-c", folder, ...args], { encoding: "utf8" });
  if (status !== 0) return undefined;
  return new Map(
    stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => [line.slice(0, line.indexOf(" =")), line.slice(line.indexOf(" =") + 2).trim()]),
  );
}

async function copyOf(main: string, master: string): Promise<PostfixSeen> {
  writeFileSync(join(folder, "main.cf"), main);
  writeFileSync(join(folder, "master.cf"), master);
  return gatherPostfix({ copy: folder, release });
}

/** A row of numbers that is the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

const names =
  "smtpd_banner relayhost mydestination myorigin smtpd_helo_restrictions virtual_alias_maps own_one own_two own_three".split(
    " ",
  );
const bits = [
  "$own_one",
  "${own_two}",
  "$(own_three)",
  "${ own_one }",
  "${own_two ? y }",
  "${ {$own_one} != {x} ? {a} : b }",
  "${own_one?yes}",
  "${own_two:no}",
  "${own_one?{$myhostname}:{none}}",
  "${nothing?{a}:{b}}",
  "${{$own_one} == {x} ? {same} : {other}}",
  "${{$compatibility_level} <level {3.11} ? {old} : {new}}",
  "${{10} > {9} ? {$mydomain}}",
  "$$",
  "x",
  "hash:/etc/aliases,",
  "{ a, b }",
  "[::1]:25",
  "100%",
  "#no comment",
  "a=b",
  "\u00e9",
];
const between = [" ", "  ", ", ", "\n  ", "\n\t", "\n# a remark\n  ", "\n\n   ", ""];

/** A main.cf that nobody would write; names of its own lead only to names after them, so nothing goes in a circle. */
function generated(seed: number): string {
  const next = numbers(seed);
  const pick = <T>(from: readonly T[]): T => from[next(from.length)]!;
  const lines = ["compatibility_level = 3.6", "myhostname = mail.example.org"];
  const order = [...names, ...names.filter(() => next(4) === 0)];
  for (const name of order) {
    const place = ["own_one", "own_two", "own_three"].indexOf(name);
    const fitting = bits.filter((bit) => place < 0 || !/own_|mydestination/.test(bit));
    const value = Array.from({ length: next(5) }, () => pick(fitting) + pick(between)).join("");
    lines.push(`${name}${pick(["=", " = ", " =\t", " =\n   "])}${value}`);
    if (next(3) === 0) lines.push(pick(["# remark", "", "   ", "   # remark"]));
  }
  return `${lines.join("\n")}\n`;
}

describe("a copy of main.cf is read as Postfix reads it", () => {
  it.each(Array.from({ length: 15 }, (_, seed) => seed))("generated, %i", async (seed) => {
    const main = generated(seed);
    const seen = await copyOf(main, "smtp inet n - y - - smtpd\n");
    const set = printed("-n");
    const expanded = printed("-x", "-n");
    expect(set, main).toBeDefined();
    const last = new Map(seen.settings.map(({ name, value }) => [name, value]));
    for (const [name, value] of set!)
      if (name !== "config_directory") expect([name, last.get(name)], main).toEqual([name, value]);
    for (const [name, value] of expanded!)
      if (name !== "config_directory") expect([name, effective(seen, name)], main).toEqual([name, value]);
  });

  it.each(["smtpd_banner = ${x", "smtpd_banner = $", "a = $b\nb = $a\nsmtpd_banner = $a", "smtpd_banner = ${{a}? b}"])(
    "refused by both: %j",
    async (main) => {
      const seen = await copyOf(`myhostname = a.example\n${main}\n`, "smtp inet n - y - - smtpd\n");
      expect(printed("-x", "-n")).toBeUndefined();
      expect(() => effective(seen, "smtpd_banner")).toThrow();
    },
  );

  it.each(["relayhost\n", "  relayhost = x\n"])("faults in %j are faults for both", async (main) => {
    const seen = await copyOf(main, "smtp inet n - y - - smtpd\n");
    const { stderr } = spawnSync("postconf", ["-c", folder, "-n"], { encoding: "utf8" });
    expect(stderr).toMatch(/fatal|warning/);
    expect(seen.faults).toHaveLength(1);
  });

  it("unused names are those that postconf warns of", async () => {
    const main = `smtpd_recepient_restrictions = reject
own = 5
smtpd_banner = $own
smtpd_restriction_classes = strict
strict = reject
smtpd_recipient_restrictions = strict
local_destination_rate_delay = 1s
nowhere_destination_rate_delay = 1s
virtual_alias_maps = ldap:people
people_server_host = x
other_server_host = x
`;
    const seen = await copyOf(main, "local unix - n n - - local\nsmtp inet n - y - - smtpd\n");
    const told = await toldByPostconf(folder, release, filesOf({ folder, live: true }));
    expect([...seen.unused].sort()).toEqual([...told.unused].sort());
    expect(told.unused).toContain("smtpd_recepient_restrictions");
  });
});

it("master.cf is read as Postfix reads it", async () => {
  const master = `# remark
smtp      inet  n       -       y       -       -       smtpd
  -o smtpd_tls_security_level=may
# in between
  -o { smtpd_helo_restrictions = permit_mynetworks, reject_invalid_helo_hostname }
127.0.0.1:submission inet n - n - 10 smtpd -v
  -o syslog_name=postfix/$service_name
  -o smtpd_recipient_restrictions=
relay     unix  -       -       y       -       -       smtp
        -o syslog_name=\${multi_instance_name?{$multi_instance_name}:{postfix}}/$service_name
uucp      unix  -       n       n       -       -       pipe
  flags=Fqhu user=uucp argv=uux -r -n -z -a$sender - $nexthop!rmail ($recipient)
`;
  const seen = await copyOf("myhostname = a.example\n", master);
  const services = seen.services.flatMap((service) =>
    service.overrides.map(({ name, value }): [string, string] => [`${serviceName(service)}/${name}`, value]),
  );
  expect(new Map(services)).toEqual(printed("-P"));
  const listed = execFileSync("postconf", ["-c", folder, "-M"], { encoding: "utf8" }).trim().split("\n");
  expect(seen.services.map((one) => [one.name, one.type, one.command])).toEqual(
    listed.map((line) => line.split(/\s+/)).map((fields) => [fields[0], fields[1], fields[7]]),
  );
});

it("the table of defaults is that of this release, where there is one for it", async () => {
  await copyOf("", "smtp inet n - y - - smtpd\nsmtp unix - - y - - smtp\n");
  const usual = printed("-d")!;
  const apart = [...usual].filter(([name, value]) => {
    const known = postfixDefault(name, release);
    return known !== null && known !== value;
  });
  // What the distribution chose, and what depends on services, may be otherwise; the rest may not.
  expect(
    apart
      .map(([name]) => name)
      .filter(
        (name) =>
          !/_directory$|^(?:smtp|relay)_.*(?:limit|delay|cost|loan|discount|slots|concurrency|feedback)$/.test(name),
      ),
  ).toEqual([]);
});

it("settings that postconf leaves unexpanded are left so", async () => {
  const usual = printed("-d")!;
  const main = [...usual.keys()].filter(
    (name) => !/^(?:compatibility_level|config_directory|alternate_config_directories)$/.test(name),
  );
  await copyOf(`zz = 1\n${main.map((name) => `${name} = $zz\n`).join("")}`, "smtp inet n - y - - smtpd\n");
  const left = [...printed("-x", "-n")!].filter(([, value]) => value === "$zz").map(([name]) => name);
  expect(left.sort()).toEqual([...unexpandedSettings].sort());
});

it("this machine's own is told by postconf, defaults and all", async () => {
  const seen = await gatherPostfix({});
  expect(seen).toMatchObject({ live: true, release, master: "read", folder: "/etc/postfix" });
  expect(seen.tableTypes).toContain("static");
  for (const [name, value] of ownSettings("-x")) expect([name, effective(seen, name)]).toEqual([name, value]);
});

/** All of this machine's own settings. What changes from one process to the next is left out. */
function ownSettings(...args: string[]): [string, string][] {
  return execFileSync("postconf", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("process_"))
    .map((line) => [
      line.slice(0, line.indexOf(" =")),
      line
        .slice(line.indexOf(" =") + 2)
        .trim()
        .replace(/\s+/g, " "),
    ]);
}
