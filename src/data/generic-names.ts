/**
 * Words by which providers name addresses that nobody has named: ranges handed out anew, and access lines. Receivers read
 * them the same way. A word counts as a whole part of a label, digits beside it left out. Words that honest mail servers
 * often have too (dsl, cable, static) are not here.
 */
export interface GenericWord {
  word: string;
  means: "changing addresses" | "access lines";
  source: string;
  /** When it was read. */
  date: string;
}

const rules = { source: "SpamAssassin rules/20_dynrdns.cf, RDNS_DYNAMIC", date: "2026-11" };

export const genericWords: readonly GenericWord[] = [
  { word: "dyn", means: "changing addresses", ...rules },
  { word: "dynamic", means: "changing addresses", ...rules },
  { word: "dhcp", means: "changing addresses", ...rules },
  { word: "res", means: "access lines", ...rules },
  { word: "resnet", means: "access lines", ...rules },
  { word: "client", means: "access lines", ...rules },
  { word: "docsis", means: "access lines", ...rules },
  { word: "cpe", means: "access lines", ...rules },
  { word: "catv", means: "access lines", ...rules },
];
