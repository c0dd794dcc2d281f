import { main } from "./main.js";
import { processShell } from "./process.js";

// Stands if the run should come to nothing, without an error either.
process.exitCode = 2;
void main(process.argv.slice(2), processShell()).then((code) => {
  process.exitCode = code;
});
