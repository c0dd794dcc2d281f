import { copied, terminal } from "../clean.js";
import { palette } from "../view/palette.js";
import type { Out } from "../reporter.js";
import { writeRdata } from "../syntax/rdata.js";
import { counted } from "../view/words.js";
import type { Heard } from "./questions.js";

/** Answers as blocks: what was asked, of whom, and the records as they stand. */
export function answers(heard: readonly Heard[], out: Omit<Out, "write">): string {
  const { bold, dim, paint, symbols, spell } = palette(out);
  return heard
    .map(({ name, type, server, took, answer, unknown }) => {
      const head = bold(terminal(`${name} ${type}`));
      if (!answer) return `${paint("inconclusive", symbols.inconclusive)} ${head}  ${spell(terminal(unknown!))}\n`;
      const { records, aliases, rcode, ad, withKey, notes = [] } = answer;
      const ttl = records.length > 0 ? [`TTL ${Math.min(...records.map((record) => record.ttl))}`] : [];
      const from = `from ${terminal(server ?? answer.server)}`;
      const about = [
        ...ttl,
        from,
        ...(ad ? ["authenticated"] : []),
        ...(withKey ? ["with your key"] : []),
        `${Math.round(took)} ms`,
        ...notes.map(terminal),
      ];
      const none = rcode === "NXDOMAIN" ? "no such name (NXDOMAIN)" : "no record of this type";
      const values = records.map(({ data }) => spell(copied(writeRdata(type, data))));
      return [
        `${head}  ${dim(spell(about.join(", ")))}`,
        ...aliases.map((alias) => spell(`  → ${terminal(alias)}`)),
        ...(values.length > 0 ? values : [none]).map((value) => `  ${value}`),
        "",
      ].join("\n");
    })
    .join("");
}

/** Whether servers agree, in a line. */
export const closing = (servers: number, differ: boolean): string =>
  differ ? `The ${counted(servers, "server")} differ\n` : `${counted(servers, "server")} asked; no answer differs\n`;
