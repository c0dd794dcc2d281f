import { defineCheck, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dmarc/rua-count",
  on: "domain",
  title: "Report addresses beyond those that every receiver serves are told",
  why: "Receivers that go by RFC 7489 need send to two addresses only, so one further back may get part of the reports.",
  fix: "Have one mailbox pass the reports on.",
  refs: ["RFC 9989 §4.7", "RFC 7489 §6.2"],
  needs: { rua: facts.dmarcReportUris },
  verdicts: {
    few: pass("{count} of 2 addresses"),
    many: pass("{count} addresses; some receivers report to the first 2 only"),
  },
  judge({ rua: { answer, uris } }, say) {
    const count = uris.length;
    return count > 2 ? say.many({ count }, records(answer)) : say.few({ count }, records(answer));
  },
});
