import { constants, copyFile, mkdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { hashOf } from "./backup.js";
import { type Journal } from "./journal.js";
import { filesIn } from "./spool.js";

/** Moves corrupt files out of the spool, each copied and read back before it goes; resolves to their new folder and ids. */
export async function moveCorrupt(
  directory: string,
  ids: readonly string[],
  journal: Journal,
  now: number,
): Promise<{ folder: string; moved: string[] }> {
  const folder = join(
    journal.folder,
    `corrupt-${new Date(now)
      .toISOString()
      .replace(/\.\d+Z$/, "Z")
      .replaceAll(":", "")}`,
  );
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const moved: string[] = [];
  for await (const { id, path } of filesIn(directory, "corrupt")) {
    if (!ids.includes(id)) continue;
    const copy = join(folder, id);
    await copyFile(path, copy, constants.COPYFILE_EXCL);
    if ((await hashOf(copy)) !== (await hashOf(path))) continue;
    await unlink(path);
    moved.push(id);
  }
  await journal.note({ operation: "clean", corrupt: moved, folder });
  return { folder, moved };
}
