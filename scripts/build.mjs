// Compiles src, checks and reporters into an emptied dist, so that no module of a deleted source stays behind.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";

rmSync("dist", { recursive: true, force: true });
const { status } = spawnSync("tsc -p scripts/tsconfig.build.json", { stdio: "inherit", shell: true });
process.exitCode = status ?? 1;
