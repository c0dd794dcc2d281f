import { type Compliance, type Item, openQuestions, standing, states, width } from "mailworthy";
import { hang, line, type Page } from "./page.js";

/** How a target stands to what a profile requires: the sum, what is not met, and what cannot be told. */
export function compliance(page: Page, one: Compliance): string[] {
  const { profile, items } = one;
  const of = (state: Item["outcome"]["state"]): Item[] => items.filter(({ outcome }) => outcome.state === state);
  const lead = `${page.text(profile.heading)}  `;
  const [first = "", ...rest] = hang(page, lead, width(lead), page.text(standing(one)));
  const head = [page.bold(first.slice(0, lead.length)) + first.slice(lead.length), ...rest];
  if (profile.steps) return [...head, ...items.flatMap((item, at) => step(page, item, at + 1))];
  return [
    ...head,
    ...of("not met").flatMap((item) => [...named(page, item), ...basis(page, item, 2)]),
    ...openQuestions(one).flatMap(({ reason, requirements }) => [
      ...hang(page, `${page.paint("inconclusive", page.symbols.inconclusive)} `, 2, page.text(reason)),
      ...dimmed(page, 2, requirements.map(({ id }) => id).join(", ")),
    ]),
    ...(page.verbose > 0 ? [...of("met"), ...of("does not apply")].flatMap((item) => named(page, item)) : []),
  ];
}

/** A step of a playbook, in its place whatever came of it. */
function step(page: Page, item: Item, number: number): string[] {
  const { requirement, outcome } = item;
  const status = states[outcome.state];
  const lead = `${page.paint(status, page.symbols[status])} ${number}. `;
  const indent = `  ${number}. `.length;
  return [...hang(page, lead, indent, page.text(requirement.text)), ...basis(page, item, indent)];
}

const named = (page: Page, { requirement: { id, text, codes = [] }, outcome: { state } }: Item): string[] => {
  const predicted = state === "not met" && codes.length > 0 ? ` (${codes.join(", ")})` : "";
  return line(page, states[state], id, page.text(text + predicted));
};

/** What breaks a requirement, or leaves it open. */
function basis(page: Page, { outcome: { state, reason = "", grounds } }: Item, indent: number): string[] {
  if (state === "met") return [];
  const checks = state === "not met" ? [...new Set(grounds.map(({ check }) => check))].join(", ") : "";
  return dimmed(page, indent, [checks, reason].filter(Boolean).join(": "));
}

const dimmed = (page: Page, indent: number, text: string): string[] =>
  hang(page, " ".repeat(indent), indent, page.text(text)).map((one) => page.dim(one));
