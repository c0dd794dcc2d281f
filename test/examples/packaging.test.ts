import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { version } from "../../src/version.js";
import { emptyFolder, mailworthy } from "../cli/shell.js";
import { commandLines } from "../command-lines.js";

const read = (file: string): string => readFileSync(file, "utf8");

interface Action {
  name: string;
  description: string;
  inputs: Record<string, { description: string; required?: boolean; default?: string }>;
  outputs: Record<string, { description: string; value: string }>;
  runs: {
    using: string;
    steps: { id?: string; uses?: string; shell?: string; run?: string; env?: Record<string, string> }[];
  };
}

const action = parse(read("action.yml")) as Action;

/** Runs the action's script as a runner does, with an npm that installs a tool which notes its words and exits as told. */
function runner(inputs: Record<string, string>, { exit = 0, event = "pull_request" } = {}) {
  const home = emptyFolder();
  for (const name of ["bin", "temp", "work"]) mkdirSync(join(home, name));
  writeFileSync(
    join(home, "bin/npm"),
    `#!/bin/sh
pwd > ${home}/npm-folder
printf '%s\\n' "$@" > ${home}/npm-words
mkdir -p node_modules/.bin
cat > node_modules/.bin/mailworthy <<'END'
#!/bin/sh
printf '%s\\0' "$@" > ${home}/words
exit ${exit}
END
chmod +x node_modules/.bin/mailworthy
`,
    { mode: 0o755 },
  );
  const { env = {} } = action.runs.steps.find(({ id }) => id === "gate")!;
  const given = Object.entries(env).map(([name, value]) => {
    const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)![1]!;
    return [name, inputs[input] ?? action.inputs[input]!.default ?? ""];
  });
  const { status, stderr } = spawnSync(resolve("action/gate.sh"), {
    cwd: join(home, "work"),
    encoding: "utf8",
    env: {
      ...Object.fromEntries(given),
      PATH: `${home}/bin:${process.env["PATH"]}`,
      RUNNER_TEMP: join(home, "temp"),
      GITHUB_OUTPUT: join(home, "output"),
      GITHUB_EVENT_NAME: event,
    },
  });
  const noted = (file: string): string | undefined =>
    existsSync(join(home, file)) ? read(join(home, file)) : undefined;
  return {
    home,
    status,
    stderr,
    output: noted("output"),
    words: noted("words")?.split("\0").slice(0, -1),
    npm: { folder: noted("npm-folder")?.trim(), words: noted("npm-words")?.trim().split("\n") },
  };
}

describe("the action", () => {
  it("has inputs that reach the shell in the environment only", () => {
    const [setup, gate] = action.runs.steps;
    expect(action.runs).toMatchObject({ using: "composite", steps: [{}, { id: "gate", shell: "bash" }] });
    expect(setup!.uses).toMatch(/^actions\/setup-node@[0-9a-f]{40}$/);
    expect(gate!.run).not.toContain("${{");
    expect(Object.values(gate!.env!)).toEqual(Object.keys(action.inputs).map((name) => `\${{ inputs.${name} }}`));
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)])
      expect(description).not.toBe("");
  });

  it("installs this version of the tool away from the proposal, and judges what it is given", async () => {
    const { npm, home, words, output, status } = runner({
      files: "zones/\n  a b.zone \n\n--help\n",
      base: "main",
      zone: "example.com",
      "fail-on": "new,worsened",
      "sarif-file": "out/gate.sarif",
    });
    expect(npm.folder).toBe(join(home, "temp/mailworthy"));
    expect(npm.words).toContain(`mailworthy@${version}`);
    expect(npm.words).toContain("--ignore-scripts");
    expect(words!.slice(words!.indexOf("--"))).toEqual(["--", "zones/", "a b.zone", "--help"]);
    expect(words).toEqual(expect.arrayContaining(["--untrusted", "--base=main", "--zone=example.com"]));
    expect(output).toBe("result=open\nexit-code=0\nsarif-file=out/gate.sarif\n");
    expect(status).toBe(0);
  });

  it("gives words that the tool understands", async () => {
    const cwd = emptyFolder();
    const zone = read("examples/gate/5-staged-move/0-now.zone");
    writeFileSync(join(cwd, "a.zone"), zone);
    const summary = join(cwd, "summary.md");
    const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary };
    const { words } = runner({ files: "a.zone", "fail-on": "new", base: "a.zone" });
    const { code, err } = await mailworthy(words!, { cwd, env });
    expect([0, 3]).toContain(code);
    expect(err).not.toContain("no flag");
    expect(JSON.parse(read(join(cwd, "mailworthy.sarif")))).toMatchObject({ version: "2.1.0" });
    expect(read(summary)).toMatch(/^# Open: /);
  });

  it.each([
    [0, "open", 0],
    [1, "closed", 1],
    [2, "not-run", 2],
    [3, "unknown", 0],
    [130, "not-run", 130],
  ])("of a tool that exits with %i says %s", (exit, result, status) => {
    const ran = runner({ files: "zones/" }, { exit });
    expect(ran).toMatchObject({ status, output: `result=${result}\nexit-code=${exit}\nsarif-file=mailworthy.sarif\n` });
  });

  it("asks DNS only where it is told to, and never where a stranger's change could have secrets", () => {
    expect(runner({ files: "a.zone", live: "true" }).words).not.toContain("--untrusted");
    const target = runner({ files: "a.zone", live: "true" }, { event: "pull_request_target" });
    expect(target).toMatchObject({ status: 2, stderr: expect.stringContaining("pull_request_target") });
    expect(target.words).toBeUndefined();
    expect(runner({ files: "a.zone" }, { event: "pull_request_target" }).words).toContain("--untrusted");
  });

  it.each<[string, Record<string, string>, string]>([
    ["no file", { files: " \n" }, "files names none"],
    ["an output that is two lines", { files: "a.zone", "sarif-file": "a\nresult=open" }, "is one line"],
    ["live that is no answer", { files: "a.zone", live: "maybe" }, "true or false"],
  ])("refuses %s", (_, inputs, why) => {
    const { status, stderr, words, output } = runner(inputs);
    expect({ status, words, output }).toEqual({ status: 2, words: undefined, output: undefined });
    expect(stderr).toContain(why);
  });

  it("runs nothing that an input says", () => {
    const text = "$(touch hacked)`touch hacked`; touch hacked";
    const { words, home } = runner({ files: text, base: text, zone: text, "fail-on": text, unknown: text });
    expect(words!.at(-1)).toBe(text);
    expect(readdirSync(join(home, "work"))).toEqual([]);
  });

  it("is called by the example with what it has, and with no more rights than it needs", () => {
    const workflow = parse(read("examples/ci/github-gate.yml")) as {
      on: object;
      permissions: object;
      jobs: { gate: { permissions: object; steps: { uses: string; with?: object }[] } };
    };
    const { permissions, steps } = workflow.jobs.gate;
    expect(Object.keys(workflow.on)).toEqual(["pull_request"]);
    expect(workflow.permissions).toEqual({});
    expect(permissions).toEqual({ contents: "read", "security-events": "write" });
    const [checkout, gate, ...others] = steps;
    expect(checkout!.with).toEqual({ "persist-credentials": false, "fetch-depth": 0 });
    expect(gate!.uses).toBe(`OWNER/mailworthy@v${version}`);
    for (const name of Object.keys(gate!.with!)) expect(Object.keys(action.inputs)).toContain(name);
    for (const { uses } of [checkout!, ...others]) expect(uses).toMatch(/@[0-9a-f]{40}$/);
    for (const [, name] of read("examples/ci/github-gate.yml").matchAll(/steps\.gate\.outputs\.([\w-]+)/g))
      expect(Object.keys(action.outputs)).toContain(name);
  });
});

it("scripts for a shell can be read by one", () => {
  for (const file of ["action/gate.sh", "examples/ci/cron.sh"])
    expect(spawnSync("bash", ["-n", file], { encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
});

describe("the component of GitLab", () => {
  const [head, body] = parseAllDocuments(read("templates/gate.yml")).map((one) => one.toJS() as unknown);
  const { inputs } = (head as { spec: { inputs: Record<string, { default?: string }> } }).spec;

  it("uses the inputs that it has, none of them within a command", () => {
    const used = new Set(Array.from(JSON.stringify(body).matchAll(/\$\[\[ inputs\.(\w+) \]\]/g), ([, name]) => name));
    expect(used).toEqual(new Set(Object.keys(inputs)));
    const [job] = Object.values(body as Record<string, { script: string[] }>);
    expect(job!.script.join("\n")).not.toContain("$[[");
  });

  it("calls the tool, which writes what it shows", async () => {
    const [job] = Object.values(
      body as Record<string, { script: string[]; artifacts: { reports: Record<string, string> } }>,
    );
    const call = commandLines(job!.script.join("\n")).find(([word]) => word === "gate")!;
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "a.zone"), read("examples/gate/5-staged-move/0-now.zone"));
    const argv = call.map((word) => word.replace("$MAILWORTHY_FILES", "a.zone"));
    expect([0, 1, 3]).toContain((await mailworthy(argv, { cwd })).code);
    for (const file of Object.values(job!.artifacts.reports)) expect(readdirSync(cwd)).toContain(file);
    expect(job!.script.join("\n")).toContain(`mailworthy@${version}`);
  });
});

it("the hook of pre-commit is understood, and takes the files that it names", async () => {
  const [hook] = parse(read(".pre-commit-hooks.yaml")) as {
    id: string;
    entry: string;
    language: string;
    files: string;
  }[];
  expect(hook).toMatchObject({ id: "mailworthy-gate", language: "node" });
  expect("zones/example.com.zone").toMatch(new RegExp(hook!.files));
  const cwd = emptyFolder();
  const git = (...words: string[]) =>
    spawnSync("git", ["-c", "user.email=a@example.com", "-c", "user.name=a", ...words], { cwd });
  const zone = read("examples/gate/5-staged-move/0-now.zone");
  writeFileSync(join(cwd, "a.zone"), zone);
  git("init", "-q");
  git("add", "-A");
  git("commit", "-qm", "first");
  const [, ...words] = hook!.entry.split(" ");
  expect((await mailworthy([...words, "a.zone"], { cwd })).code).toBe(0);
  writeFileSync(join(cwd, "a.zone"), read("examples/gate/5-staged-move/4-old-host-gone.zone"));
  expect((await mailworthy([...words, "a.zone"], { cwd })).code).toBe(1);
});

describe("the image", () => {
  /** The instructions of a Dockerfile, lines that go on put together. */
  const instructions = read("Dockerfile")
    .replace(/\\\n/g, " ")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => /^([A-Z]+) (.*)$/.exec(line)!.slice(1) as [string, string]);
  const of = (word: string): string[] => instructions.filter(([name]) => name === word).map(([, rest]) => rest);

  it("is made from pinned images, in two stages, and does not run as root", () => {
    expect(of("FROM")).toHaveLength(2);
    for (const from of of("FROM")) expect(from).toMatch(/^node:\d+\.\d+\.\d+-\w+/);
    expect(of("USER").at(-1)).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(of("ADD")).toEqual([]);
    for (const run of of("RUN").filter((line) => line.includes("apt-get install")))
      expect(run).toMatch(/--no-install-recommends .*rm -rf \/var\/lib\/apt\/lists/);
  });

  it("has what the package has, and starts it", () => {
    const last = instructions.slice(instructions.findLastIndex(([name]) => name === "FROM"));
    const copied = last.flatMap(([name, rest]) =>
      name === "COPY" ? [rest.split(" ")[1]!.replace("/build/", "")] : [],
    );
    const { bin } = JSON.parse(read("package.json")) as { bin: Record<string, string> };
    expect(copied).toEqual(expect.arrayContaining(["package.json", "node_modules", "dist", bin["mailworthy"]!]));
    expect(JSON.parse(of("ENTRYPOINT")[0]!)).toEqual(["node", `/app/${bin["mailworthy"]}`]);
    expect(JSON.parse(of("CMD")[0]!)).toEqual(["--help"]);
    expect(read(".dockerignore").split("\n")).toEqual(expect.arrayContaining([".git", "node_modules", "dist"]));
  });
});

describe("the timer of systemd", () => {
  /** Sections of a unit with their keys. */
  function unit(file: string): Record<string, Record<string, string>> {
    const sections: Record<string, Record<string, string>> = {};
    let section = "";
    for (const line of read(join("examples/systemd", file)).split("\n")) {
      if (line === "" || line.startsWith("#")) continue;
      const head = /^\[(\w+)\]$/.exec(line);
      if (head) sections[(section = head[1]!)] = {};
      else {
        const [, key, value] = /^(\w+)=(.*)$/.exec(line)!;
        sections[section]![key!] = value!;
      }
    }
    return sections;
  }

  it("starts the service, whose words the tool understands", async () => {
    expect(unit("mailworthy.timer")).toMatchObject({
      Timer: { Persistent: "yes" },
      Install: { WantedBy: "timers.target" },
    });
    const { Service } = unit("mailworthy.service");
    expect(Service).toMatchObject({ Type: "oneshot", DynamicUser: "yes", SuccessExitStatus: "3" });
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "domains.txt"), "example.com\n");
    const [call] = commandLines(Service!["ExecStart"]!);
    const argv = call!.map((word) => word.replace("/var/lib/mailworthy/", ""));
    const { code } = await mailworthy(argv, { cwd, world: { zone: "example.com MX 0 ." } });
    expect([0, 1, 3]).toContain(code);
    expect(readdirSync(cwd)).toContain("index.html");
  });
});
