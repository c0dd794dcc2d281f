import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FakePostfix, type Faults, type Kept } from "../queue/fake-postfix.js";
import { emptyFolder, mailworthy, type Setting } from "./shell.js";

const old = Math.floor(Date.now() / 1_000) - 100_000;
const refused = "connect to mx.fabrikam.example[192.0.2.9]:25: Connection refused";
const silent = "connect to mx.slow.example[192.0.2.9]:25: Connection timed out";
const three: Record<string, Kept> = {
  "deferred/125C31C012B": { arrival: old, sender: "ann@example.com", to: [["bob@fabrikam.example", refused]] },
  "deferred/4jYVz74XjRzFpd0": {
    arrival: old + 50_000,
    sender: "ann@example.com",
    to: [
      ["eve@fabrikam.example", refused],
      ["eve@other.example", silent],
    ],
    login: "ann",
  },
  "deferred/4jYVz75BxwzFpd1": { arrival: old, sender: "", to: [["bob@slow.example", silent]] },
  "hold/BFD311C014E": { arrival: old, sender: "x@sender.example", to: [["bob@fabrikam.example"]] },
  "active/C30F71C0126": { arrival: old, sender: "ann@example.com", to: [["bob@quick.example"]] },
};

/** A Postfix with messages, and what runs commands on its queue. */
function place(messages = three, faults: Faults = {}) {
  const postfix = new FakePostfix(messages, faults);
  const backup = join(emptyFolder(), "backups");
  const run = (argv: string[], setting: Setting = {}) =>
    mailworthy(["queue", ...argv, "--backup", backup], {
      programs: postfix.programs,
      env: { COLUMNS: "80" },
      ...setting,
    });
  const journal = (): { operation: string; step?: string; done?: string[] }[] =>
    readFileSync(join(backup, "operations.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  return { postfix, run, backup, journal };
}
const all = Object.keys(three).sort();
const stampIn = (out: string): string => /queue restore (\S+)/.exec(out)![1]!;

describe("without --apply", () => {
  it.each(["hold", "release", "flush", "requeue", "expire", "delete"])(
    "%s shows what it would do, and does nothing",
    async (word) => {
      const { postfix, run, backup } = place();
      const { code, out } = await run([word, "--in", "all"]);
      expect(code).toBe(0);
      expect(out).toContain("Nothing was changed. To do it: --apply (off a terminal: --apply --expect ");
      expect(postfix.files()).toEqual(all);
      expect(postfix.calls()).toEqual([]);
      expect(existsSync(backup)).toBe(false);
    },
  );

  it("tells how many, from whom, how old, and who else they are for", async () => {
    const { out } = await place().run(["delete", "--to", "fabrikam.example", "--in", "deferred"]);
    expect(out).toContain(
      "  2 of 5 messages: 1 sender, oldest 27 h 46 min, 800 B\n  1 of them are for other destinations as well\n",
    );
    expect(out).toContain("  125C31C012B      27 h 46 min   400 B  ann@example.com → bob@fabrikam.example\n");
    expect(out).toContain("deferred, refused, silent\n");
  });
});

describe("what selects nothing, or everything by accident", () => {
  it.each([[[]], [["--apply"]], [["--apply", "--expect", "5"]]])("is refused: %j", async (more) => {
    const { postfix, run } = place();
    const { code, err } = await run(["delete", ...more]);
    expect(code).toBe(2);
    expect(err).toContain("no message is named to delete");
    expect(postfix.files()).toEqual(all);
  });

  it("is 2 where nothing fits", async () => {
    const { code, err } = await place().run(["hold", "--to", "nobody.example"]);
    expect(code).toBe(2);
    expect(err).toContain("no message to hold; nothing was changed");
  });

  it.each([
    [["hold", "ALL"], "is no queue id"],
    [["hold", "-"], "is no queue id"],
    [["delete", "bob@example.com"], "--to bob@example.com"],
    [["holds", "4jYVz74XjRzFpd0"], "Did you mean hold?"],
    [["--apply"], "--apply goes with an operation"],
    [["queue.json", "--to", "x.example"], "a saved listing is told as a whole"],
  ])("%j", async (argv, text) => {
    const { postfix, run } = place();
    const { code, err } = await run(argv);
    expect(code).toBe(2);
    expect(err).toContain(text);
    expect(postfix.calls()).toEqual([]);
  });
});

describe("the count", () => {
  it("must be typed on a terminal", async () => {
    for (const typed of ["", "y", "1", "3", "-2", "2 "]) {
      const { postfix, run } = place();
      const { code, err } = await run(["hold", "--to", "fabrikam.example", "--apply"], { tty: true, answers: [typed] });
      const done = typed.trim() === "2";
      expect(err).toContain("  Type 2 to hold them: ");
      expect({ typed, code, calls: postfix.calls().length }).toEqual({
        typed,
        code: done ? 0 : 2,
        calls: done ? 1 : 0,
      });
    }
  });

  it("must be expected where nobody can type it", async () => {
    const { postfix, run } = place();
    expect(await run(["hold", "--to", "fabrikam.example", "--apply"])).toMatchObject({ code: 2 });
    const other = await run(["hold", "--to", "fabrikam.example", "--apply", "--expect", "3"]);
    expect(other.code).toBe(2);
    expect(other.err).toContain("--expect 3, and there are 2; nothing was changed");
    expect(postfix.calls()).toEqual([]);
    expect(await run(["hold", "--to", "fabrikam.example", "--apply", "--expect", "2"])).toMatchObject({ code: 0 });
    expect(postfix.files()).toContain("hold/125C31C012B");
  });
});

describe("what is done is seen in the queue", () => {
  it("hold and release", async () => {
    const { postfix, run, journal } = place();
    const held = await run(["hold", "125C31C012B", "BFD311C014E", "--apply", "--expect", "1"]);
    expect(held.out).toContain("  1 passed over: it is on hold already (BFD311C014E)\n");
    expect(held.out).toContain("  Held 1, 0 left.\n");
    const released = await run(["release", "--in", "hold", "--apply", "--expect", "2"]);
    expect(released.out).toContain("  Released 2, 0 left.\n");
    expect(postfix.files().filter((place) => place.startsWith("hold/"))).toEqual([]);
    expect(journal().map(({ operation, done }) => [operation, done?.length])).toEqual([
      ["hold", undefined],
      ["hold", 1],
      ["release", undefined],
      ["release", 2],
    ]);
    expect(postfix.calls()).toEqual(["postsuper -h -", "postsuper -H -"]);
  });

  it("requeue, expire and flush", async () => {
    const { postfix, run } = place();
    expect((await run(["requeue", "4jYVz75BxwzFpd1", "--apply", "--expect", "1"])).out).toContain(
      "Requeued 1, 0 left.",
    );
    expect(postfix.files()).toContain("maildrop/4jYVz75BxwzFpd1");
    expect((await run(["expire", "125C31C012B", "--apply", "--expect", "1"])).out).toContain("Expired 1, 0 left.");
    expect(postfix.read("deferred/125C31C012B").toString()).toContain('"expiring":true');
    const flushed = await run(["flush", "--in", "all", "--apply", "--expect", "2"]);
    expect(flushed.out).toContain("  1 passed over: it is on hold (BFD311C014E)\n");
    expect(flushed.out).toContain("Trying 2, 0 left.");
    expect(postfix.calls().slice(2)).toEqual(["postqueue -i 125C31C012B", "postqueue -i 4jYVz74XjRzFpd0"]);
  });

  it("what Postfix says is not believed", async () => {
    const { run } = place(three, { ignored: ["125C31C012B"] });
    const { code, out } = await run(["hold", "--to", "fabrikam.example", "--apply", "--expect", "2"]);
    expect(code).toBe(1);
    expect(out).toContain("  Held 1, 1 left.\n  1 left: Postfix did not do it (125C31C012B)\n");
  });

  it("as JSON", async () => {
    const { out } = await place().run(["hold", "125C31C012B", "--apply", "--expect", "1", "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      operation: "hold",
      total: 5,
      selected: [{ id: "125C31C012B" }],
      applied: true,
      done: ["125C31C012B"],
      left: [],
      failed: [],
    });
  });

  it("only root may", async () => {
    const { postfix, run } = place();
    const shut = "#!/bin/sh\necho 'postsuper: fatal: use of this command is reserved for the superuser' >&2\nexit 1\n";
    writeFileSync(join(postfix.programs, "postsuper"), shut);
    const { code, err } = await run(["hold", "125C31C012B", "--apply", "--expect", "1"]);
    expect(code).toBe(2);
    expect(err).toContain("reserved for the superuser\n  next: the same with sudo");
  });
});

describe("delete", () => {
  const chosen = ["delete", "--to", "fabrikam.example", "--apply", "--expect", "3"];

  it("holds, saves, deletes from those on hold, and looks again", async () => {
    const { postfix, run, backup, journal } = place();
    const before = postfix.read("deferred/4jYVz74XjRzFpd0");
    const { code, out } = await run(chosen);
    expect(code).toBe(0);
    const stamp = stampIn(out);
    expect(out).toContain(
      `  Backup of 3 messages: ${join(backup, stamp)}\n  Deleted 3, 0 left.\n  To undo: mailworthy queue restore ${stamp}\n`,
    );
    expect(postfix.files()).toEqual(["active/C30F71C0126", "deferred/4jYVz75BxwzFpd1"]);
    expect(postfix.calls()).toEqual(["postsuper -h -", "postsuper -d - hold"]);
    const folder = join(backup, stamp);
    expect(readdirSync(join(folder, "queue")).sort()).toEqual(["125C31C012B", "4jYVz74XjRzFpd0", "BFD311C014E"]);
    expect(readFileSync(join(folder, "queue/4jYVz74XjRzFpd0"))).toEqual(before);
    expect(readFileSync(join(folder, "text/125C31C012B.txt"), "utf8")).toContain("recipient: bob@fabrikam.example");
    for (const path of ["", "queue", "messages.jsonl", "queue/125C31C012B", "text/125C31C012B.txt"])
      expect(statSync(join(folder, path)).mode & 0o077).toBe(0);
    expect(journal().map(({ step }) => step)).toEqual(["hold", "saved", "done"]);
  });

  it("asks for the count when all is held and saved; without it everything is as before", async () => {
    const { postfix, run } = place();
    const { code, out, err } = await run(["delete", "--to", "fabrikam.example", "--apply"], {
      tty: true,
      answers: ["2"],
    });
    expect(code).toBe(2);
    expect(out).toContain("Backup of 3 messages: ");
    expect(err).toContain("  Type 3 to delete them: mailworthy: not confirmed; nothing was changed.\n");
    expect(postfix.files()).toEqual(all);
    expect(await run(["delete", "--to", "fabrikam.example", "--apply"], { tty: true, answers: ["3"] })).toMatchObject({
      code: 0,
    });
  });

  it("releases what it held where the question is never answered", async () => {
    const { postfix, run, journal } = place();
    const answers = [new Error("the terminal is gone")];
    const { code, err } = await run(["delete", "--to", "fabrikam.example", "--apply"], { tty: true, answers });
    expect(code).toBe(2);
    expect(err).toContain("the terminal is gone");
    expect(postfix.files()).toEqual(all);
    expect(journal().map(({ step }) => step)).toEqual(["hold", "saved", "released"]);
  });

  it("stops where an id is that of another message by now", async () => {
    const { postfix, run } = place(three, { reused: ["125C31C012B"] });
    const { code, err } = await run(chosen);
    expect(code).toBe(2);
    expect(err).toContain("the id 125C31C012B is that of another message now; nothing was deleted");
    expect(postfix.files()).toEqual(all);
  });

  it("stops where it cannot be saved", async () => {
    const { postfix, run, backup } = place();
    writeFileSync(backup, "a file in the place of the folder");
    expect(await run(chosen)).toMatchObject({ code: 2 });
    expect(postfix.files()).toEqual(all);
    expect(postfix.calls()).toEqual([]);
  });

  it("leaves and tells what is not held, and what Postfix does not delete", async () => {
    const { postfix, run } = place(three, { ignored: ["125C31C012B"], undeletable: ["4jYVz74XjRzFpd0"] });
    const { code, out } = await run(chosen);
    expect(code).toBe(1);
    expect(out).toContain("Backup of 2 messages: ");
    expect(out).toContain("  Deleted 1, 2 left.\n");
    expect(out).toContain(
      "  1 left: Postfix did not hold it (125C31C012B)\n  1 left: Postfix did not delete it (4jYVz74XjRzFpd0)\n",
    );
    expect(postfix.files()).toContain("deferred/125C31C012B");
  });
});

describe("restore", () => {
  async function deleted() {
    const found = place();
    const bytes = Object.fromEntries(
      found.postfix.files().map((path) => [path.split("/")[1]!, found.postfix.read(path)]),
    );
    const { out } = await found.run(["delete", "--to", "fabrikam.example", "--apply", "--expect", "3"]);
    return { ...found, bytes, stamp: stampIn(out) };
  }
  const isHex = (id: string): boolean => /^[0-9A-F]+$/.test(id);

  it("puts messages back as they were: a short id is that of the new file, and what was on hold is so again", async () => {
    const { postfix, run, stamp, bytes } = await deleted();
    const dry = await run(["restore", stamp]);
    expect(dry.out).toContain("  3 of 3 messages in ");
    expect(dry.out).toContain("Nothing was changed.");
    const { code, out } = await run(["restore", stamp, "--apply", "--expect", "3"]);
    expect(code).toBe(0);
    expect(out).toContain("  Restored 3, 0 left.\n");
    const files = postfix.files();
    expect(files).toHaveLength(5);
    expect(files).toContain("deferred/4jYVz74XjRzFpd0");
    expect(postfix.read("deferred/4jYVz74XjRzFpd0")).toEqual(bytes["4jYVz74XjRzFpd0"]);
    for (const [old, queue] of [
      ["125C31C012B", "deferred"],
      ["BFD311C014E", "hold"],
    ] as const) {
      const now = files.find((path) => path.startsWith(`${queue}/${old.slice(0, 5)}`) && isHex(path.split("/")[1]!))!;
      expect(postfix.read(now)).toEqual(bytes[old]);
      const { ino, mode } = statSync(join(postfix.spool, now));
      expect(now).toBe(`${queue}/${old.slice(0, 5)}${ino.toString(16).toUpperCase()}`);
      expect(mode & 0o777).toBe(0o700);
    }
    expect(readdirSync(postfix.spool).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("never twice", async () => {
    const { postfix, run, stamp } = await deleted();
    await run(["restore", stamp, "4jYVz74XjRzFpd0", "--apply", "--expect", "1"]);
    const again = await run(["restore", stamp, "4jYVz74XjRzFpd0", "--apply", "--expect", "1"]);
    expect(again.code).toBe(1);
    expect(again.out).toContain("4jYVz74XjRzFpd0: it is in the queue, as 4jYVz74XjRzFpd0");
    await run(["requeue", "4jYVz74XjRzFpd0", "--apply", "--expect", "1"]);
    const later = await run(["restore", stamp, "4jYVz74XjRzFpd0", "--apply", "--expect", "1"]);
    expect(later.out).toContain("it was restored before, as 4jYVz74XjRzFpd0");
    expect(postfix.files().filter((path) => path.endsWith("4jYVz74XjRzFpd0"))).toEqual(["maildrop/4jYVz74XjRzFpd0"]);
  });

  it("not over a message that has the id, nor from a copy that was changed", async () => {
    const { postfix, run, stamp, backup } = await deleted();
    postfix.put("hold/4jYVz74XjRzFpd0", { arrival: 1, sender: "other@example.com", to: [["x@x.example"]] });
    const taken = await run(["restore", stamp, "4jYVz74XjRzFpd0", "--apply", "--expect", "1"]);
    expect(taken.out).toContain("the id 4jYVz74XjRzFpd0 is in use by another message");
    writeFileSync(join(backup, stamp, "queue/125C31C012B"), "changed");
    const changed = await run(["restore", stamp, "125C31C012B", "--apply", "--expect", "1"]);
    expect(changed.code).toBe(1);
    expect(changed.out).toContain("its copy in the backup is missing or was changed");
  });

  it("lists what there is, and refuses what there is not", async () => {
    const { run, stamp } = await deleted();
    expect((await run(["restore"])).out).toBe(`${stamp}  3 messages   mailworthy queue restore ${stamp}\n`);
    expect((await run(["restore", "../etc"])).err).toContain('"../etc" is no backup');
    expect((await run(["restore", "2020-01-01T000000Z"])).err).toContain("there is no backup");
    expect((await run(["restore", stamp, "NOSUCH1"])).err).toContain("NOSUCH1 is not in the backup");
    expect((await place().run(["restore"])).out).toContain("no backup in ");
  });
});

describe("show", () => {
  it("a message whole, and what is hostile in it as text", async () => {
    const { code, out } = await place().run(["show", "4jYVz74XjRzFpd0"]);
    expect(code).toBe(0);
    expect(out).toContain("4jYVz74XjRzFpd0  deferred, 13 h 53 min old, 400 B\n");
    expect(out).toContain("  from    ann@example.com, by 192.0.2.9, logged in as ann\n");
    expect(out).toContain("  next    due now\n");
    expect(out).toContain("  to      eve@fabrikam.example  refused\n");
    expect(out).toContain(String.raw`  Hello \027[31m`);
  });

  it("others as a table, and says what is not there", async () => {
    const { run } = place();
    const table = await run(["show", "--in", "deferred"]);
    expect(table.out).toContain("  3 of 5 messages: 2 senders, ");
    expect((await run(["--in", "deferred"])).out).toBe(table.out);
    const gone = await run(["show", "4jYVz74XjRzFpd0", "4jYVz74XjRzFpdX"]);
    expect(gone).toMatchObject({ code: 1, err: "mailworthy: 4jYVz74XjRzFpdX is not in the queue\n" });
    expect(await run(["show"])).toMatchObject({ code: 2 });
    const json = await run(["show", "4jYVz74XjRzFpd0", "--json"]);
    expect(JSON.parse(json.out)).toMatchObject({ messages: [{ message: { id: "4jYVz74XjRzFpd0" } }] });
  });
});

describe("clean", () => {
  it("asks of each destination and of corrupt files, and loses neither", async () => {
    const { postfix, run, backup } = place();
    postfix.put("corrupt/A29131C0120", {});
    const { code, out } = await run(["clean", "--apply"], { tty: true, answers: ["9", "1", "2", "", "1"] });
    expect(code).toBe(0);
    expect(out).toContain("3 deferred; 1 corrupt file\n");
    expect(out).toContain("   1        2  fabrikam.example");
    expect(out).toContain("  There is 1 to 3.\n");
    expect(out).toContain("  Deleted 2, 0 left.\n");
    expect(out).toContain("  Moved 1, 0 left: ");
    expect(postfix.files()).toEqual(["active/C30F71C0126", "deferred/4jYVz75BxwzFpd1", "hold/BFD311C014E"]);
    const kept = readdirSync(backup).find((name) => name.startsWith("corrupt-"))!;
    expect(readdirSync(join(backup, kept))).toEqual(["A29131C0120"]);
  });

  it("shows what it would ask, and does nothing where nobody answers", async () => {
    const { postfix, run } = place();
    postfix.put("corrupt/A29131C0120", {});
    expect((await run(["clean"])).out).toContain(
      "Nothing was changed. To be asked what to delete: mailworthy queue clean --apply\n",
    );
    expect(await run(["clean", "--apply"])).toMatchObject({ code: 2 });
    expect(await run(["clean", "--apply", "--expect", "1"], { tty: true })).toMatchObject({ code: 2 });
    const { code, err } = await run(["clean", "--apply"], { tty: true, answers: ["", "2"] });
    expect(code).toBe(0);
    expect(err).toContain("not confirmed; corrupt files stay");
    expect(postfix.files()).toContain("corrupt/A29131C0120");
    expect(postfix.calls()).toEqual([]);
  });
});
