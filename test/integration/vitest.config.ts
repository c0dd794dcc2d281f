import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["test/integration/**/*.test.ts"],
    globalSetup: "test/integration/setup.ts",
    globals: true,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The servers share the machine with what asks them.
    maxWorkers: 1,
    maxConcurrency: 3,
  },
});
