import { absent, defineFact, isAbsent } from "../../fact.js";
import { labelsOf, nameFault } from "../../syntax/domain-name.js";
import { joined } from "../../syntax/record.js";
import { expandMacros, macroLetters, parseMacros } from "../../syntax/spf-macro.js";
import { nameToAsk } from "./question.js";
import { spf } from "./spf.js";

/** What a domain says to those that its SPF record turns away (RFC 7208 §6.2). `depends`: its name is of the message. */
export const spfExplanation = defineFact({
  id: "spf-explanation",
  of: "domain",
  async gather(domain, { ask, dns }) {
    const found = await ask(spf, domain);
    if (isAbsent(found)) return found;
    const exp = found.root.terms.find((term) => term.kind === "exp");
    if (!exp) return absent(`the SPF record of ${domain} has no exp=`);
    const term = exp.text;
    const depends = macroLetters(exp.domain).some((letter) => letter !== "d" && letter !== "o");
    if (depends) return { term, depends };
    const target = nameToAsk(expandMacros(exp.domain, () => domain));
    if (nameFault(target) || labelsOf(target).length < 2) return { term, depends, target, texts: [], readable: false };
    const answer = await dns(target, "TXT");
    const texts = answer.records.map(({ data }) => joined(data));
    const readable = texts.length === 1 && parseMacros(texts[0]!, "explanation").ok;
    return { term, depends, target, texts, readable, answer };
  },
});
