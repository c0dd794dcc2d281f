import { bind } from "./bind.js";
import { dig } from "./dig.js";
import { octodns } from "./octodns.js";
import type { Format } from "./source.js";

/** All formats of zones, in the order in which a file is tried for them: those with the surest signs first. */
export const formats: readonly Format[] = [dig, octodns, bind];
