import { toAscii } from "../../../src/idna.js";
import { encodePunycode } from "../../../src/syntax/punycode.js";
import type { Op } from "../case.js";

/** UTS 46, non-transitional. */
export const idnaToAscii: Op = ({ input }) => {
  const ascii = toAscii(String(input));
  return ascii === undefined ? { error: true } : { ascii };
};

/** RFC 3492. */
export const idnaPunycode: Op = ({ input }) => ({ encoded: encodePunycode(String(input)) });
