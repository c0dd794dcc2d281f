import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { inside, node, program } from "./cli.js";
import type { Exited } from "./namespace.js";
import { postfix } from "./postfix.js";

interface Entry {
  queue_name: string;
  queue_id: string;
  arrival_time: number;
  forced_expire: boolean;
  sender: string;
  recipients: { address: string; delay_reason?: string }[];
}

describe.each([
  ["short", "no", "127.0.9.1"],
  ["long", "yes", "127.0.9.2"],
])("a real Postfix with %s queue ids", (kind, long, ip) => {
  let dir: string;
  let config: string;
  const net = inside;
  const command = (...args: string[]): string => net().exec(args[0]!, ...args.slice(1));
  const listing = (): Entry[] =>
    command("postqueue", "-c", config, "-j")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Entry);
  // Once all have it, a message is listed without recipients until its file is gone.
  const to = (place: string): Entry[] =>
    listing().filter(({ recipients }) => recipients.some(({ address }) => address.endsWith(place)));
  const queue = (...args: string[]): Promise<Exited> =>
    net().run(
      node,
      [program, "queue", ...args, "--instance", config, ...(args.includes("--apply") ? ["--backup", backups()] : [])],
      {
        cwd: dir,
        env: { ...process.env, COLUMNS: "80" },
      },
    );
  const backups = (): string => join(dir, "backups");
  const until = async (holds: () => boolean): Promise<void> => {
    for (let left = 300; left > 0 && !holds(); left--) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(holds()).toBe(true);
  };
  const send = async (from: string, recipient: string): Promise<void> => {
    const message = `From: ${from || "MAILER-DAEMON"}\nTo: ${recipient}\nSubject: to ${recipient}\n\nHello ${recipient}\n`;
    const { status, stderr } = await net().run("sendmail", ["-C", config, "-f", from, recipient], { input: message });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  };
  const set = (...settings: string[]): void => {
    command("postconf", "-c", config, "-e", ...settings);
    command("postfix", "-c", config, "reload");
  };
  /** How mail for closed.test goes. */
  const deliver = (closed: string): void =>
    writeFileSync(
      join(dir, "transport"),
      `closed.test ${closed}\ndead.test nothing:\nfull.test retry:4.2.2 mailbox is full\n`,
    );

  beforeAll(async () => {
    dir = mkdtempSync(join(inject("world").dir, `queue-${kind}-`));
    await postfix(net(), dir, [{ ip, settings: {} }]);
    config = join(dir, "config");
    deliver("smtp:[127.0.9.9]:25");
    set(
      `enable_long_queue_ids = ${long}`,
      `transport_maps = texthash:${join(dir, "transport")}`,
      "smtp_connect_timeout = 1s",
    );
    for (const name of ["one", "two", "three"]) await send("ann@example.test", `${name}@closed.test`);
    await send("", "bounced@closed.test");
    await send("bob@example.test", "x@nowhere.test");
    await send("bob@example.test", "x@dead.test");
    await send("bob@example.test", "x@full.test");
    await until(
      () =>
        listing().filter(({ queue_name: name, recipients }) => name === "deferred" && recipients[0]?.delay_reason)
          .length === 7,
    );
  });
  afterAll(() => {
    command("postfix", "-c", config, "stop");
    rmSync(dir, { recursive: true, force: true });
  });

  it("tells what waits and why, as qshape counts it", async () => {
    const { status, stdout } = await queue("--json");
    const { queue: census, results } = JSON.parse(stdout) as {
      queue: {
        queues: Record<string, { messages: number }>;
        causes: { domain: string; cause: string; messages: number }[];
        destinations: { domain: string; messages: number }[];
        spool: { next: { first: number }; corrupt: unknown[]; looked: number };
      };
      results: { check: string; status: string }[];
    };
    expect(census.queues["deferred"]).toMatchObject({ messages: 7 });
    expect(Object.fromEntries(census.causes.map(({ domain, cause, messages }) => [domain, [cause, messages]]))).toEqual(
      {
        "closed.test": ["refused", 4],
        "nowhere.test": ["dns", 1],
        "dead.test": ["misconfigured", 1],
        "full.test": ["mailboxfull", 1],
      },
    );
    const shape = execFileSync("qshape", ["-c", config, "deferred"], { encoding: "utf8" });
    const counted = Object.fromEntries(
      [...shape.matchAll(/^ *(\S+\.test) +(\d+) /gm)].map(([, name, count]) => [name, Number(count)]),
    );
    expect(Object.fromEntries(census.destinations.map(({ domain, messages }) => [domain, messages]))).toEqual(counted);
    expect(census.spool).toMatchObject({ corrupt: [], looked: 7 });
    expect(census.spool.next.first).toBeGreaterThan(Date.now() - 60_000);
    expect(results.find(({ check }) => check === "queue/own-fault")).toMatchObject({ status: "fail" });
    expect(status).toBe(1);
  });

  it("shows a message whole", async () => {
    const { status, stdout } = await queue("show", to("full.test")[0]!.queue_id);
    expect(status).toBe(0);
    expect(stdout).toContain("  to      x@full.test  mailboxfull 4.2.2\n");
    expect(stdout).toContain("  Subject: to x@full.test\n");
    expect(stdout).toContain("  next    in ");
  });

  it("holds and releases", async () => {
    expect((await queue("hold", "--to", "closed.test", "--from", "example.test")).stdout).toContain(
      "  3 of 7 messages: ",
    );
    expect(to("closed.test").every(({ queue_name: name }) => name === "deferred")).toBe(true);
    const held = await queue("hold", "--to", "closed.test", "--from", "example.test", "--apply", "--expect", "3");
    expect(held.stdout).toContain("  Held 3, 0 left.\n");
    expect(to("closed.test").filter(({ queue_name: name }) => name === "hold")).toHaveLength(3);
    const released = await queue("release", "--in", "hold", "--apply", "--expect", "3");
    expect(released.stdout).toContain("  Released 3, 0 left.\n");
    expect(listing().filter(({ queue_name: name }) => name === "hold")).toEqual([]);
  });

  it("deletes, and restores what can be delivered", async () => {
    const [first] = to("one@closed.test");
    const text = command("postcat", "-c", config, "-hbq", first!.queue_id);
    await queue("hold", "--to", "two@closed.test", "--apply", "--expect", "1");
    const gone = await queue("delete", "--to", "closed.test", "--apply", "--expect", "4");
    expect(gone.stdout).toContain("  Deleted 4, 0 left.\n");
    expect(to("closed.test")).toEqual([]);
    expect(listing()).toHaveLength(3);
    const stamp = /queue restore (\S+)/.exec(gone.stdout)![1]!;
    const back = await queue("restore", stamp, "--apply", "--expect", "4");
    expect(back).toMatchObject({ status: 0, stdout: expect.stringContaining("  Restored 4, 0 left.\n") });
    const now = to("closed.test");
    expect(now).toHaveLength(4);
    const [one] = to("one@closed.test");
    expect({ ...one, queue_id: "", queue_name: "" }).toMatchObject({
      arrival_time: first!.arrival_time,
      sender: first!.sender,
    });
    if (long === "yes") expect(one!.queue_id).toBe(first!.queue_id);
    expect(command("postcat", "-c", config, "-hbq", one!.queue_id)).toBe(text);
    expect(to("two@closed.test")).toMatchObject([{ queue_name: "hold" }]);
    // Postfix renames a short id that is not that of its file when it looks over its queues.
    command("postsuper", "-c", config, "-s");
    expect(
      to("closed.test")
        .map(({ queue_id: id }) => id)
        .sort(),
    ).toEqual(now.map(({ queue_id: id }) => id).sort());
    expect(await queue("restore", stamp, "--apply", "--expect", "4")).toMatchObject({ status: 1 });
    expect(to("closed.test")).toHaveLength(4);
    deliver("discard:");
    command("postfix", "-c", config, "reload");
    await queue("release", "--in", "hold", "--apply", "--expect", "1");
    command("postqueue", "-c", config, "-f");
    await until(() => to("closed.test").length === 0);
    expect(command("cat", join(dir, "maillog")).match(/postfix\/discard.*status=sent/g)).toHaveLength(4);
  });

  it("tries again, requeues and expires", async () => {
    const [dead] = to("dead.test");
    const tries = (): number => command("cat", join(dir, "maillog")).split(`${dead!.queue_id}: to=`).length;
    const before = tries();
    const flushed = await queue("flush", dead!.queue_id, "--apply", "--expect", "1");
    expect(flushed.stdout).toContain("  Trying 1, 0 left.");
    await until(() => tries() > before);
    const requeued = await queue("requeue", "--to", "full.test", "--apply", "--expect", "1");
    expect(requeued.stdout).toContain("  Requeued 1, 0 left.");
    command("postkick", "-c", config, "public", "pickup", "W");
    await until(() => to("full.test").some(({ queue_name: name }) => name === "deferred"));
    const expired = await queue("expire", "--to", "full.test", "--apply", "--expect", "1");
    expect(expired.stdout).toContain("  Expired 1, 0 left.");
    expect(to("full.test")[0]!.forced_expire).toBe(true);
  });

  it("sees a file that Postfix set aside", async () => {
    const corrupt = join(dir, "queue/corrupt");
    const name = long === "yes" ? "4jYVz74XjRzFpd0" : "125C31C012B";
    const path = join(dir, "queue/incoming", name);
    writeFileSync(path, "this is no queue file");
    const { uid, gid } = statSync(join(dir, "queue/incoming"));
    chownSync(path, uid, gid);
    chmodSync(path, 0o700);
    command("postqueue", "-c", config, "-f");
    await until(() => readdirSync(corrupt).length === 1);
    const { stdout } = await queue();
    expect(stdout).toContain("corrupt 1");
    expect(stdout).toContain("! queue/corrupt");
  });
});
