import { defineCheck, editTagList, fail, facts, pass, records } from "mailworthy";

export default defineCheck({
  id: "dkim/service-type",
  on: "selector",
  title: "The DKIM key is meant for mail",
  why: "Receivers ignore a key whose service types do not name mail.",
  fix: "Take out the `s` tag, or set it to `s=email`.",
  refs: ["RFC 6376 §3.6.1"],
  needs: { dkim: facts.dkimRecord },
  verdicts: {
    mail: pass("s={services}"),
    other: fail("s={services}; receivers ignore the key for mail"),
  },
  judge({ dkim: { answer, record } }, say) {
    const services = record.services.join(":");
    const mail = record.services.includes("*") || record.services.includes("email");
    if (mail) return say.mail({ services }, records(answer));
    return say.other({ services }, records(answer), { from: record.text, to: editTagList(record.tags, { s: null }) });
  },
});
