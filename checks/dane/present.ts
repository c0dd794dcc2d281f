import { counted, defineCheck, facts, listed, pass, records, warn } from "mailworthy";

export default defineCheck({
  id: "dane/present",
  on: "domain",
  title: "Every mail host has TLSA records",
  why: "By TLSA records senders know that a mail host has TLS and which key is its own; without them nobody notices an impostor.",
  fix: "Publish a TLSA record for each mail host at _25._tcp below its name, once the zone is signed.",
  refs: ["RFC 7672 §2.2", "RFC 6698 §3"],
  role: "receives",
  needs: { cover: facts.tlsaCover },
  verdicts: {
    all: pass("{count} with TLSA records"),
    some: warn("{lacking} without TLSA records, {having} with; senders can be led to the former"),
    none: warn("{lacking} without TLSA records; senders cannot tell an impostor by DANE"),
  },
  judge({ cover: { having, lacking, answers } }, say) {
    const evidence = answers.map(records);
    if (lacking.length === 0) return say.all({ count: counted(having.length, "mail host") }, evidence);
    if (having.length === 0) return say.none({ lacking: listed(lacking) });
    return say.some({ lacking: listed(lacking), having: listed(having) }, evidence);
  },
});
