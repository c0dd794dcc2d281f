import type { Op } from "../case.js";
import { enhancedStatus } from "./enhanced-status.js";
import { spfCheck } from "./spf-check.js";

/** Every operation that is done, by its name in the cases; another one is answered as unsupported. */
export const ops: Readonly<Record<string, Op>> = {
  "enhanced-status": enhancedStatus,
  "spf.check": spfCheck,
};
