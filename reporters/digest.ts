import {
  clean,
  closing,
  number,
  type Opening,
  type Out,
  palette,
  type Report,
  type Reporter,
  rowOf,
  type Row,
  type Summary,
  tallied,
  told,
  toldWhole,
  view,
  type View,
  Worst,
} from "mailworthy";

const { symbols } = palette({ colour: false, ascii: false, links: false });

/** A run in a few lines, for a message to people. */
export interface Digest {
  /** The target, where there is one, and how the run ended. */
  heading: string;
  /** The worst, a line each: of one target what it says, of several the targets. */
  lines: string[];
  /** What is left out, if anything. */
  more: string[];
  summary: Summary;
}

/** Writes one JSON document of a run, made from its digest of at most so many lines. */
export function digest(out: Out, most: number, write: (digest: Digest) => object): Reporter {
  const rows = new Worst<Row>(most);
  let only: View | undefined;
  let bad = 0;
  let total: number | undefined;
  return {
    start(opening: Opening) {
      total = opening.total;
    },
    report(report: Report) {
      const seen = view(report);
      const row = rowOf(seen);
      if (report.target) only ??= seen;
      if (!row.gist) return;
      bad++;
      rows.add(row);
    },
    end(summary: Summary) {
      const { word, counts } = closing(summary, total);
      const name = summary.targets === 1 && only?.name !== undefined ? `${only.name}: ` : "";
      const all = name && only ? sayings(only) : rows.all().slice(0, most).map(line);
      const lines = all.slice(0, most);
      const left = (name ? all.length : bad) - lines.length;
      const more = left > 0 ? [`… and ${number(left)} more`] : [];
      return out.write(
        `${clean.json(write({ heading: `${clean.chat(name)}${word}: ${counts}`, lines, more, summary }))}\n`,
      );
    },
  };
}

const sayings = ({ failing, unknown, warning }: View): string[] => [
  ...failing.map((said) => `${symbols.fail} ${said.check}: ${told(said)}`),
  ...unknown.map((one) => `${symbols.inconclusive} ${toldWhole(one)}`),
  ...warning.map((said) => `${symbols.warn} ${said.check}: ${told(said)}`),
];

const line = ({ name, status, counts, gist }: Row): string =>
  `${symbols[status]} ${[name, tallied({ ...counts, pass: 0, skip: 0 })].filter(Boolean).join(": ")}` +
  (gist ? ` (${gist.check}: ${gist.text})` : "");
