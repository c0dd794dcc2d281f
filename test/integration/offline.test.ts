import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { node, program } from "./cli.js";

const cwd = fileURLToPath(new URL("../../examples/gate/1-mx-provider-move", import.meta.url));

/** The built program under the permission model of Node, and what became of it. */
function gate(permissions: readonly string[], ...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(node, [...permissions, program, "gate", "after.zone", ...argv], {
    cwd,
    encoding: "utf8",
  });
  return { status, out: stdout.replace(/\d+\.\d s(?= {2}exit)/, "0.0 s"), err: stderr };
}

const reading = ["--permission", "--allow-fs-read=*"];

it("a gate without a network needs to read files, and nothing else", () => {
  const free = gate([], "--base", "before.zone", "--offline");
  expect(free.status).toBe(1);
  expect(gate(reading, "--base", "before.zone", "--offline")).toEqual(free);
});

it("where files may only be read, a report in a file is not written, and that is said", () => {
  const { status, err } = gate(reading, "--base", "before.zone", "--offline", "-r", "json:/tmp/mailworthy-never.json");
  expect(status).toBe(2);
  expect(err).toContain("mailworthy-never.json");
});
