import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { emptyFolder, mailworthy } from "../cli/shell.js";

const read = (file: string): string => readFileSync(`examples/${file}`, "utf8");

/** The words of a command line, quotes taken off, up to where the shell goes on. */
const words = (line: string): string[] =>
  Array.from(line.split(/ [>|]/)[0]!.matchAll(/'([^']*)'|(\S+)/g), ([, quoted, plain]) => quoted ?? plain!);

/** Runs a command as it stands in an example, on a world of its own, and gives what it came to. */
async function tried(line: string): Promise<{ code: number; err: string }> {
  const cwd = emptyFolder();
  copyFileSync("examples/domains.txt", join(cwd, "domains.txt"));
  const argv = words(line)
    .slice(words(line).findIndex((word) => word.startsWith("mailworthy")) + 1)
    .map((word) => word.replace(/^\/etc\/mailworthy\//, "").replace(":/var/www/", ":"));
  return mailworthy(argv, { cwd, world: {} });
}

describe("examples for build servers", () => {
  it("github-actions.yml asks for no more than it needs, and its command runs", async () => {
    const workflow = parse(read("ci/github-actions.yml")) as {
      permissions: object;
      jobs: { audit: { steps: { run?: string; uses?: string }[] } };
    };
    expect(workflow.permissions).toEqual({ contents: "read" });
    const [command] = workflow.jobs.audit.steps.flatMap(({ run }) => run ?? []);
    const { code, err } = await tried(command!);
    expect([0, 1, 3], err).toContain(code);
  });

  it("gitlab-ci.yml runs its command and keeps its report", async () => {
    const { mail } = parse(read("ci/gitlab-ci.yml")) as {
      mail: { script: string[]; artifacts: { reports: { junit: string } } };
    };
    expect(mail.script[0]).toContain(`junit:${mail.artifacts.reports.junit}`);
    const { code, err } = await tried(mail.script[0]!);
    expect([0, 1, 3], err).toContain(code);
  });

  it("crontab runs its command", async () => {
    const line = read("ci/crontab")
      .split("\n")
      .find((one) => one.includes(" mailworthy "))!;
    const { code, err } = await tried(line.split(" * * * ")[1]!);
    expect([0, 1, 3], err).toContain(code);
  });
});

describe("mailworthy.config.yaml", () => {
  it("is read, and audits what it names", async () => {
    const cwd = emptyFolder();
    for (const file of ["mailworthy.config.yaml", "domains.txt"]) copyFileSync(`examples/${file}`, join(cwd, file));
    const { code, out, err } = await mailworthy(["--json"], { cwd, world: {} });
    expect([0, 1, 3], err).toContain(code);
    const { targets } = JSON.parse(out) as { targets: { domain: string }[] };
    expect(targets.map(({ domain }) => domain)).toEqual(expect.arrayContaining(["example.com", "example.net"]));
  });
});
