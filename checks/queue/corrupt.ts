import { defineCheck, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "queue/corrupt",
  on: "queue",
  title: "No queue file is corrupt",
  why: "Postfix sets aside a file that it cannot read; its mail is not delivered, and nobody is told.",
  fix: "Look at what is left of them with `postcat`; see to the disk, then keep them apart: `mailworthy queue clean`.",
  needs: { spool: facts.queueSpool },
  verdicts: {
    none: pass("no corrupt file"),
    some: warn("{count} set aside in {folder}; their mail is not delivered"),
  },
  judge({ spool: { corrupt, directory } }, say) {
    if (corrupt.length === 0) return say.none();
    const rows = corrupt.map(({ id, size, at }) => [id, size, new Date(at).toISOString()]);
    const evidence = { kind: "table" as const, columns: ["file", "bytes", "last changed"], rows };
    return say.some({ count: corrupt.length, folder: `${directory}/corrupt` }, evidence);
  },
});
