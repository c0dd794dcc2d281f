#!/usr/bin/env node
// Plain JavaScript that any Node can read, so that an old one gets a sentence and not a stack trace.
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 22 || (major === 22 && minor < 19)) {
  process.stderr.write(`mailworthy needs Node 22.19 or later; this is ${process.versions.node}.\n`);
  process.exitCode = 2;
} else {
  import("../../dist/src/cli/start.js").catch((error) => {
    if (error.code !== "ERR_MODULE_NOT_FOUND" || !/dist.src.cli.start/.test(error.message)) throw error;
    process.stderr.write("mailworthy is not built. next: npm run build\n");
    process.exitCode = 2;
  });
}
