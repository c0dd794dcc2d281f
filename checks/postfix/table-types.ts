import { abridged, defineCheck, facts, fail, pass } from "mailworthy";

export default defineCheck({
  id: "postfix/table-types",
  on: "postfix",
  title: "Tables are of types that this Postfix can open",
  why: "A table that cannot be opened puts off all mail that it is asked for, as after a move from Berkeley DB to LMDB.",
  fix: "Install the package of that type, or change the type and build the table again with postmap.",
  refs: ["DATABASE_README", "NON_BERKELEYDB_README"],
  needs: { tables: facts.postfixTableTypes },
  verdicts: {
    known: pass("tables are of types that this Postfix can open"),
    unknown: fail("{type} in {settings} is no type that this Postfix can open; mail waits"),
  },
  judge({ tables }, say) {
    const unknown = tables.types.filter(({ known }) => !known);
    if (unknown.length === 0) return say.known();
    return unknown.map(({ type, settings: those }) =>
      say.unknown({ type, settings: abridged(those) }, undefined, {
        text: "See which types there are, and change to one of them.",
        command: "postconf -m",
      }),
    );
  },
});
