import { defineCheck, facts, maybe, pass, records } from "mailworthy";

export default defineCheck({
  id: "mx/null-mx-without-address",
  on: "domain",
  title: "It is told whether a null MX keeps mail from an address",
  why: "Without an address there is nowhere to deliver mail to, so that the record only makes that quicker to see.",
  fix: "Keep the null MX; it does no harm, and senders give up at once.",
  refs: ["RFC 7505 §3"],
  needs: { nullMx: facts.nullMx, address: maybe(facts.ownAddresses) },
  verdicts: {
    guards: pass("keeps mail from {addresses}"),
    alone: pass("no address to keep mail from; senders see at once that there is no mail"),
  },
  judge: ({ nullMx: { answer }, address: addresses }, say) =>
    addresses ? say.guards({ addresses }, records(answer)) : say.alone({}, records(answer)),
});
