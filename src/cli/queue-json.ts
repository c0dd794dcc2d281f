import { json } from "../clean.js";
import type { Shell } from "./shell.js";

/** Writes what a command found and the report of the checks over it as one object; resolves to the exit code. */
export async function withReport(
  found: object,
  shell: Shell,
  judge: (captured: Shell) => Promise<number>,
): Promise<number> {
  let text = "";
  const captured: Shell = {
    ...shell,
    stdout: {
      ...shell.stdout,
      async write(more) {
        text += more;
      },
    },
  };
  const code = await judge(captured);
  await shell.stdout.write(`${json({ ...found, ...(JSON.parse(text) as object) }, 2)}\n`);
  return code;
}
