export { examine, testCheck, type Row, type Table } from "./test-check.js";
export { worldNet, type World } from "./world.js";
