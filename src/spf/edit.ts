import { nearest } from "../nearest.js";
import { isMechanism, parseSpf, printSpf, printTerm, type SpfTerm } from "../syntax/spf.js";
import { UsageError } from "../usage.js";

/** Terms to put into a record and to take out of it, as a person writes them. */
export interface Edit {
  add: readonly string[];
  remove: readonly string[];
}

/**
 * The record with some terms more and others less. What is added stands before `all`, modifiers at the end. Throws a
 * UsageError for a term that is none, that is not there or is there already, and for one that would not count.
 */
export function editSpf(record: string, { add, remove }: Edit): string {
  const { terms, faults } = parseSpf(record);
  const left = [...terms];
  for (const text of remove) left.splice(placeOf(text, left, faults.length > 0), 1);
  const kept = faults.filter(({ text }) => !remove.includes(text));
  if (kept[0]) {
    const { text, message } = kept[0];
    throw new UsageError(`the record has a fault that has to go first: ${text}: ${message}.`, `--remove ${text}`);
  }
  for (const text of add) insert(readTerm(text), left);
  return printSpf(left);
}

function readTerm(text: string): SpfTerm {
  if (/\s/.test(text)) throw new UsageError(`"${text}" is more than one term.`, "give each an --add of its own");
  const { terms, faults } = parseSpf(`v=spf1 ${text}`);
  const [fault] = faults;
  if (fault) throw new UsageError(`"${text}" is no term of SPF: ${fault.message}.`);
  if (!terms[0]) throw new UsageError("--add needs a term.", "--add include:_spf.example.net");
  return terms[0];
}

function insert(term: SpfTerm, terms: SpfTerm[]): void {
  const key = keyOf(term);
  if (terms.some((other) => keyOf(other) === key)) throw new UsageError(`${term.text} is in the record already.`);
  const all = terms.findIndex(({ kind }) => kind === "all");
  const there = terms.find(({ kind }) => kind === term.kind);
  if (term.kind === "all" && all >= 0)
    throw new UsageError(
      `the record ends with ${terms[all]!.text} already.`,
      `--remove=${terms[all]!.text} --add=${term.text}`,
    );
  if ((term.kind === "redirect" || term.kind === "exp") && there)
    throw new UsageError(`the record has ${there.text} already; one is allowed.`, `--remove ${there.text}`);
  if (term.kind === "redirect" && all >= 0)
    throw new UsageError(`${term.text} would not count beside ${terms[all]!.text}.`, `--remove=${terms[all]!.text}`); // RFC 7208 §6.1
  if (!isMechanism(term)) return void terms.push(term);
  const end = all >= 0 ? all : terms.findIndex((other) => !isMechanism(other));
  terms.splice(end < 0 ? terms.length : end, 0, term);
}

/** Where a term stands; the qualifier may be left out, and so may the letter case. */
function placeOf(text: string, terms: readonly SpfTerm[], faulty: boolean): number {
  const wanted = text.toLowerCase();
  const spellings = (term: SpfTerm): string[] => [term.text.toLowerCase(), keyOf(term)];
  const whole = terms.findIndex((term) => spellings(term).includes(wanted));
  if (whole >= 0) return whole;
  const bare = terms.findIndex((term) =>
    spellings(term).some((spelling) => spelling.replace(/^[-+~?]/, "") === wanted),
  );
  if (bare >= 0) return bare;
  if (faulty) return terms.length;
  const meant =
    nearest(
      text,
      terms.map((term) => term.text),
    ) ?? terms.find((term) => term.text.includes(text))?.text;
  throw new UsageError(
    `no term "${text}" in the record.${meant ? ` Did you mean ${meant}?` : ""}`,
    meant === undefined ? `it has ${terms.map((term) => term.text).join(" ")}` : undefined,
  );
}

const keyOf = (term: SpfTerm): string => printTerm(term).toLowerCase();
