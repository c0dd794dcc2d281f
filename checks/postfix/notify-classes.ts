import { defineCheck, facts, listed, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/notify-classes",
  on: "postfix",
  title: "The postmaster hears of faults of the software and of the machine",
  why: "A full disk or a broken table is otherwise seen by whoever reads the log, and most often by nobody.",
  fix: "Let notify_classes hold resource and software.",
  refs: ["postconf(5) notify_classes"],
  needs: { main: facts.postfixSettings("notify_classes", "error_notice_recipient") },
  verdicts: {
    told: pass("{recipient} hears of {classes}"),
    deaf: warn("{recipient} does not hear of {classes}"),
  },
  judge({ main: { notify_classes: classes, error_notice_recipient } }, say) {
    const recipient = error_notice_recipient.value;
    const heard = classes.value.split(/[\s,]+/).filter(Boolean);
    const missing = ["resource", "software"].filter((one) => !heard.includes(one));
    if (missing.length === 0) return say.told({ recipient, classes: listed(heard) });
    return say.deaf({ recipient, classes: listed(missing) }, settings(classes), {
      command: postconf(classes.name, [...heard, ...missing].join(", ")),
    });
  },
});
