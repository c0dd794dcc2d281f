import { defineFact } from "../../fact.js";
import type { Summary } from "../../log/summary.js";

/** A log as it was counted. */
export const log = defineFact({
  id: "log",
  of: "log",
  reaches: "file",
  gather: async (name, { local }) => (await local("log", name)) as Summary,
});
