import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    // Checks, reporters and examples import the package by its own name; tests run them from source.
    alias: [
      { find: /^mailworthy\/testing$/, replacement: source("src/testing/index.ts") },
      { find: /^mailworthy$/, replacement: source("src/index.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts", "examples/**/*.test.ts"],
    exclude: ["test/integration/**"],
    isolate: false,
    globals: true,
    testTimeout: 20_000,
  },
});
