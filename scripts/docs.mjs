// Writes what is made from the code: the manual of the checks and the schema of the configuration. With --check, only
// says whether they are as they would be written.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const { builtin } = await import("../dist/src/builtin.js");
const { jsonSchema } = await import("../dist/src/config.js");
const { manual } = await import("../dist/src/view/describe.js");

const { checks, presets } = await builtin();
const files = {
  "checks/README.md": manual(checks, presets),
  "schema/config.schema.json": `${JSON.stringify(jsonSchema(), undefined, 2)}\n`,
};

const read = (file) => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
};
for (const [file, text] of Object.entries(files)) {
  if (read(file) === text) continue;
  if (process.argv.includes("--check")) {
    process.stderr.write(`${file} is out of date. next: npm run docs\n`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
