import { defineCheck, facts, listed, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dkim/key-shared",
  on: "domain",
  title: "Each declared selector has a key of its own",
  why: "Selectors are there to tell keys apart; with one key under several, giving up one of them does not retire the key.",
  fix: "Make a key for each selector, and let each sender sign with its own.",
  asks: { selectors: "no DKIM selector is declared; --selector NAME declares one" },
  needs: { keys: facts.dkimSharedKeys },
  verdicts: {
    own: pass("{selectors} have keys of their own"),
    shared: warn("{selectors} have the same key; it cannot be retired at one of them alone"),
  },
  judge({ keys: { groups, selectors } }, say) {
    if (groups.length === 0) return say.own({ selectors: listed(selectors) });
    return groups.map((group) =>
      say.shared(
        { selectors: listed(group.map(({ selector }) => selector)) },
        group.map(({ answer }) => records(answer)),
      ),
    );
  },
});
