import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { emptyFolder, mailworthy } from "../cli/shell.js";
import { commandLines } from "../command-lines.js";
import { version } from "../../src/version.js";

const folder = "examples/ci";
const read = (file: string): string => readFileSync(join(folder, file), "utf8");

const world = { zone: "example.com MX 0 .\nexample.net MX 0 .\nexample.org MX 0 ." };

/** Runs a call as it stands, where the files are that it names. */
async function run(argv: readonly string[]) {
  const cwd = emptyFolder();
  copyFileSync("examples/domains.txt", join(cwd, "domains.txt"));
  mkdirSync(join(cwd, "zones"));
  copyFileSync("examples/gate/5-staged-move/0-now.zone", join(cwd, "zones/northwind.example.zone"));
  return { ...(await mailworthy(argv, { cwd, world })), files: readdirSync(cwd) };
}

/** What each file has a shell run. */
const scripts = {
  "github-actions.yml": () => {
    const { jobs } = parse(read("github-actions.yml")) as { jobs: { audit: { steps: { run?: string }[] } } };
    return jobs.audit.steps.map(({ run }) => run ?? "").join("\n");
  },
  "gitlab-ci.yml": () => (parse(read("gitlab-ci.yml")) as { mail: { script: string[] } }).mail.script.join("\n"),
  "azure-pipelines.yml": () =>
    (parse(read("azure-pipelines.yml")) as { steps: { script?: string }[] }).steps
      .map(({ script }) => script ?? "")
      .join("\n"),
  "circleci.yml": () =>
    (
      parse(read("circleci.yml")) as { jobs: { gate: { steps: (string | { run?: { command: string } })[] } } }
    ).jobs.gate.steps
      .map((step) => (typeof step === "string" ? "" : (step.run?.command ?? "")))
      .join("\n"),
  Jenkinsfile: () =>
    Array.from(read("Jenkinsfile").matchAll(/\bsh '''([^]*?)'''/g), ([, script]) =>
      script!.replaceAll("\\\\", "\\"),
    ).join("\n"),
  "cron.sh": () => read("cron.sh"),
};

it.each(Object.entries(scripts))("%s calls the tool, which understands and writes its reports", async (_, script) => {
  const calls = commandLines(script()).filter((words) => words.length > 0);
  expect(calls).not.toEqual([]);
  for (const call of calls) {
    // There is no git in the folder: what is proposed is compared with itself.
    const argv = call.map((word) => word.replace("$pages/", "").replace(/^(?:origin\/.*|\$MAILWORTHY_BASE)$/, "zones"));
    const { code, err, files } = await run(argv);
    expect(err).not.toContain("mailworthy");
    expect([0, 1, 3]).toContain(code);
    for (const [, written] of argv.join(" ").matchAll(/--reporter \w+:(\S+)/g)) expect(files).toContain(written);
  }
});

it("every file is tried here", () => {
  // The workflow of the action calls no tool itself; test/examples/packaging.test.ts has it.
  expect(readdirSync(folder).toSorted()).toEqual([...Object.keys(scripts), "github-gate.yml"].toSorted());
});

it("the versions are pinned, the tool's to this one", () => {
  const used = readdirSync(folder).flatMap((file) => read(file).match(/(?<!\/)mailworthy@[\w.-]+/g) ?? []);
  expect(new Set(used)).toEqual(new Set([`mailworthy@${version}`]));
  expect(read("github-actions.yml").match(/uses: (?!\S+@[0-9a-f]{40} # v\d)/g)).toBeNull();
  expect((parse(read("gitlab-ci.yml")) as { mail: { image: string } }).mail.image).toMatch(/:\d+\.\d+\.\d+/);
});

it("the workflow may read what it checks out and nothing else", () => {
  const workflow = parse(read("github-actions.yml")) as {
    permissions: object;
    jobs: { audit: { permissions: object } };
  };
  expect(workflow.permissions).toEqual({});
  expect(workflow.jobs.audit.permissions).toEqual({ contents: "read" });
});

describe("the script for cron", () => {
  /** Runs it with a tool in its path that says something and exits as told. */
  function cron(exit: number) {
    const home = emptyFolder();
    mkdirSync(join(home, "bin"));
    writeFileSync(join(home, "bin/mailworthy"), `#!/bin/sh\necho "the report"\nexit ${exit}\n`, { mode: 0o755 });
    const env = { PATH: `${home}/bin:${process.env["PATH"]}`, MAILWORTHY_HOME: home, MAILWORTHY_PAGES: home };
    const { status, stdout } = spawnSync(resolve(folder, "cron.sh"), { env, encoding: "utf8" });
    return { status, stdout };
  }

  it.each([0, 3])("says nothing at %i", (exit) => expect(cron(exit)).toEqual({ status: exit, stdout: "" }));
  it.each([1, 2])("says all at %i", (exit) => expect(cron(exit)).toEqual({ status: exit, stdout: "the report\n" }));
});
