import { defineCheck, everywhere, facts, fail, listed, pass, settings } from "mailworthy";

export default defineCheck({
  id: "postfix/local-recipient-maps",
  on: "postfix",
  title: "Unknown local recipients are refused before their mail is taken",
  why: "Mail that is taken for anybody bounces later, to senders who are most often forged: backscatter, for which hosts are listed.",
  fix: "Take local_recipient_maps out of main.cf, or let it name the tables of the users.",
  refs: ["LOCAL_RECIPIENT_README", "BACKSCATTER_README"],
  needs: { main: facts.postfixSettings("local_recipient_maps") },
  verdicts: {
    checked: pass("local recipients are looked up"),
    empty: fail("local_recipient_maps is empty for {where}; mail for anybody is taken and bounces later"),
  },
  judge({ main: { local_recipient_maps: maps } }, say) {
    const empty = everywhere(maps).filter(({ value }) => value === "");
    if (empty.length === 0) return say.checked({}, settings(maps));
    const command = empty[0]!.service === undefined ? "postconf -X local_recipient_maps" : undefined;
    return say.empty(
      { where: listed(empty.map((one) => one.where)) },
      settings(maps),
      command ? { command } : undefined,
    );
  },
});
