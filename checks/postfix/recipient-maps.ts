import { defineCheck, facts, fail, pass } from "mailworthy";

export default defineCheck({
  id: "postfix/recipient-maps",
  on: "postfix",
  title: "The recipient that was asked about is known",
  why: "Mail for a recipient that no table has is refused with 550 5.1.1, user unknown.",
  fix: "Put the address into the table of its class, run postmap where the table wants that, and look again.",
  refs: ["ADDRESS_CLASS_README", "postmap(1)"],
  needs: { recipient: facts.postfixRecipient },
  verdicts: {
    known: pass("{address} is known ({class})"),
    elsewhere: pass("{address} is of a domain that is not served here; mail for it is sent on"),
    unknown: fail("{address} is in no table ({class}); mail for it is refused as user unknown"),
  },
  judge({ recipient: { address, domainClass, steps, outcome } }, say) {
    const rows = steps.map(({ key, table, answer, problem }) => [key, table, answer ?? problem ?? "not there"]);
    const evidence = { kind: "table" as const, columns: ["key", "table", "answer"], rows };
    const data = { address, class: classes[domainClass] ?? domainClass };
    if (outcome === "elsewhere") return say.elsewhere(data, evidence);
    return outcome === "found" ? say.known(data, evidence) : say.unknown(data, evidence);
  },
});

const classes: Readonly<Record<string, string>> = {
  local: "a local domain",
  "virtual-alias": "a domain of aliases",
  "virtual-mailbox": "a domain of virtual mailboxes",
  relay: "a domain that is relayed for",
  none: "an alias",
};
