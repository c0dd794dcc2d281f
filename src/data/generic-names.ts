/**
 * Words by which providers name addresses that nobody has named: ranges handed out anew, access lines, unused addresses.
 * Receivers read them the same way. A word counts as a whole part of a label, digits behind it left out.
 */
export interface GenericWord {
  word: string;
  means: "changing addresses" | "access lines" | "addresses nobody named";
  source: string;
  date: string;
}

const draft = { source: "draft-msullivan-dnsop-generic-naming-schemes-00", date: "2006-04" };
const rules = { source: "SpamAssassin 20_dynrdns.cf", date: "2026-08" };

export const genericWords: readonly GenericWord[] = [
  { word: "dyn", means: "changing addresses", ...draft },
  { word: "dynamic", means: "changing addresses", ...draft },
  { word: "dynip", means: "changing addresses", ...rules },
  { word: "dhcp", means: "changing addresses", ...draft },
  { word: "pool", means: "changing addresses", ...draft },
  { word: "pools", means: "changing addresses", ...rules },
  { word: "ppp", means: "changing addresses", ...draft },
  { word: "pppoe", means: "changing addresses", ...rules },
  { word: "dial", means: "changing addresses", ...draft },
  { word: "dialin", means: "changing addresses", ...rules },
  { word: "dialup", means: "changing addresses", ...draft },
  { word: "dsl", means: "access lines", ...draft },
  { word: "adsl", means: "access lines", ...draft },
  { word: "vdsl", means: "access lines", ...rules },
  { word: "xdsl", means: "access lines", ...rules },
  { word: "cable", means: "access lines", ...draft },
  { word: "broadband", means: "access lines", ...rules },
  { word: "cust", means: "access lines", ...rules },
  { word: "customer", means: "access lines", ...rules },
  { word: "client", means: "access lines", ...rules },
  { word: "ftth", means: "access lines", ...rules },
  { word: "unassigned", means: "addresses nobody named", ...draft },
  { word: "unknown", means: "addresses nobody named", ...draft },
  { word: "unused", means: "addresses nobody named", ...draft },
];
