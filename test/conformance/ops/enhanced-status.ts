import { enhancedStatusOf } from "../../../src/syntax/enhanced-status.js";
import type { Op } from "../case.js";

export const enhancedStatus: Op = ({ text }) => enhancedStatusOf(String(text)) ?? null;
