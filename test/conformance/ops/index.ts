import type { Op } from "../case.js";
import { enhancedStatus } from "./enhanced-status.js";

/** Every operation that is done, by its name in the cases; another one is answered as unsupported. */
export const ops: Readonly<Record<string, Op>> = {
  "enhanced-status": enhancedStatus,
};
