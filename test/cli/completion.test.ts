import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { commands } from "../../src/cli/commands.js";
import { mailworthy } from "./shell.js";

const script = async (shell: string): Promise<string> => (await mailworthy(["completion", shell])).out;

it.each(["bash", "zsh", "fish"])("%s knows every command and flag", async (shell) => {
  const text = await script(shell);
  for (const { name, load } of commands) {
    expect(text).toContain(name);
    const dashes = shell === "fish" ? "-l " : "--";
    for (const flag of Object.keys((await load()).default.flags as object)) expect(text).toContain(dashes + flag);
  }
});

it.each(["bash", "zsh", "fish"])("%s takes the script, where it is installed", async (shell) => {
  const { status, stderr, error } = spawnSync(shell, ["-n"], { input: await script(shell), encoding: "utf8" });
  if (error) return;
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

it("bash offers commands first, then flags of the command", async () => {
  const offers = async (...words: string[]): Promise<string[]> => {
    const typed = ["mailworthy", ...words];
    const run = `mailworthy() { case "$*" in *presets*) echo gmail-bulk gmail-spam;; *reporters*) echo json junit;; *) echo spf/lookup-limit;; esac; }
${await script("bash")}
COMP_WORDS=(${typed.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${typed.length - 1}; _mailworthy; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync("bash", ["-c", run], { encoding: "utf8" }).stdout.trim().split("\n");
  };
  expect(await offers("ex")).toEqual(["explain"]);
  expect(await offers("dns", "--a")).toEqual(["--at", "--ascii"]);
  expect(await offers("completion", "f")).toEqual(["fish"]);
  expect(await offers("example.com", "--role", "se")).toEqual(["sends"]);
  expect(await offers("spf", "--f")).toEqual(["--flatten"]);
  expect(await offers("dkim", "--k")).toEqual(["--key"]);
  expect(await offers("dmarc", "--mail")).toEqual(["--mail-from"]);
  expect(await offers("reports", "--s")).toEqual(["--since"]);
  expect(await offers("example.com", "-p", "gmail-s")).toEqual(["gmail-spam"]);
  expect(await offers("explain", "gmail-s")).toEqual(["gmail-spam"]);
  expect(await offers("explain", "spf/lookup-l")).toEqual(["spf/lookup-limit"]);
  expect(await offers("example.com", "-r", "ju")).toEqual(["junit"]);
});
