import { afterEach, expect, it, vi } from "vitest";
import { worldNet } from "../../src/testing/index.js";

vi.mock("../../src/net/live.js", () => ({ liveNet: () => worldNet({ zone: "example.com MX 10 192.0.2.1" }) }));

const before = process.exitCode;
afterEach(() => {
  process.exitCode = before;
  vi.restoreAllMocks();
});

it("library.ts audits, says what fails and ends with the run's exit code", async () => {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await import("../../examples/library.js");
  const said = write.mock.calls.map(([text]) => String(text)).join("");
  expect(said).toContain("mx/target-is-hostname");
  expect(process.exitCode).toBe(1);
});
