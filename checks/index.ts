import mxPresent from "./mx/present.js";
import spfPresent from "./spf/present.js";

/** Every built-in check, in the order in which reports show them. */
export default [mxPresent, spfPresent];
