import { abridged, command, defineCheck, facts, fail, pass, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/tables",
  on: "postfix",
  title: "Tables are there, and built from what their text says",
  why: "A table that is not there puts off all mail that it is asked for, and one that was not built again still says what it said.",
  fix: "Run postmap on the file, or postalias for aliases.",
  refs: ["DATABASE_README"],
  needs: { named: facts.postfixTables },
  verdicts: {
    built: pass("tables are there and up to date"),
    missing: fail("{table} is not there; mail that {settings} is asked for waits"),
    stale: warn("{table} is older than its text; what was changed is not in effect"),
  },
  judge({ named: { tables } }, say) {
    const said = tables.flatMap(({ table, settings: those, source, compiled, stale }) => {
      const file = table.slice(table.indexOf(":") + 1);
      const build = {
        command: command(those.some((name) => name.startsWith("alias_")) ? "postalias" : "postmap", table),
      };
      if (compiled === "missing" || (compiled === null && source === "missing"))
        return [
          say.missing(
            { table, settings: abridged(those) },
            undefined,
            source === "read" ? build : { text: `Write ${file}, and build the table from it.` },
          ),
        ];
      return stale ? [say.stale({ table }, undefined, build)] : [];
    });
    return said.length > 0 ? said : say.built();
  },
});
