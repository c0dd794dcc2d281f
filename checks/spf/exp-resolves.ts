import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "spf/exp-resolves",
  on: "domain",
  title: "It is told what the domain says to those that SPF turns away",
  why: "Where exp= leads to no text, or to one that cannot be read, receivers say something of their own.",
  fix: "Publish one TXT record with the explanation at the name after exp=.",
  refs: ["RFC 7208 §6.2"],
  needs: { explanation: facts.spfExplanation },
  verdicts: {
    found: pass("{target}: {explanation}"),
    depends: pass("{term}: its name depends on the message"),
    missing: pass("{term}: {count} texts where one is wanted; receivers say something of their own"),
    unreadable: pass("{term}: the text is no explanation; receivers say something of their own"),
  },
  judge({ explanation }, say) {
    const { term, depends, target = "", texts = [], readable, answer } = explanation;
    if (depends) return say.depends({ term });
    const evidence = answer ? records(answer) : [];
    const [text] = texts;
    if (text === undefined || texts.length > 1) return say.missing({ term, count: texts.length }, evidence);
    return readable ? say.found({ target, explanation: text }, evidence) : say.unreadable({ term }, evidence);
  },
});
