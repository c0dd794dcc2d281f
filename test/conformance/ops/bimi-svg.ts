import { bounds } from "../../../src/bounds.js";
import { readSvgProfile } from "../../../src/syntax/svg-profile.js";
import type { Op } from "../case.js";

/** Whether a document is a logo as BIMI wants it, its size included. */
export const bimiSvg: Op = ({ text }) => {
  const svg = String(text);
  if (new TextEncoder().encode(svg).length > bounds.bimi.logo) return "invalid";
  return readSvgProfile(svg, bounds.bimi).faults.length === 0 ? "valid" : "invalid";
};
