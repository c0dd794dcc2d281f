import { defineCheck, facts, fail, pass, postconf, settings } from "mailworthy";

export default defineCheck({
  id: "postfix/mailbox-limit",
  on: "postfix",
  title: "A mailbox has room for the largest message",
  why: "Where a mailbox may be smaller than a message, the delivery agent stops with a configuration error and nothing is delivered.",
  fix: "Set the limit of the mailbox to 0, or above message_size_limit.",
  refs: ["postconf(5) mailbox_size_limit", "postconf(5) virtual_mailbox_limit"],
  needs: {
    main: facts.postfixNumbers("message_size_limit", "mailbox_size_limit", "virtual_mailbox_limit"),
    virtual: facts.postfixSettings("virtual_mailbox_domains", "virtual_transport"),
  },
  verdicts: {
    roomy: pass("mailboxes have room for the largest message"),
    small: fail("{setting} {limit} is below message_size_limit {size}; its delivery agent delivers nothing"),
  },
  judge({ main: { message_size_limit: size, mailbox_size_limit, virtual_mailbox_limit }, virtual }, say) {
    const uses = virtual.virtual_mailbox_domains.value !== "" && virtual.virtual_transport.value === "virtual";
    const limits = [mailbox_size_limit, ...(uses ? [virtual_mailbox_limit] : [])];
    const small = limits.filter(({ amount }) => amount > 0 && (size.amount === 0 || amount < size.amount));
    if (small.length === 0) return say.roomy();
    return small.map((one) =>
      say.small({ setting: one.name, limit: one.value, size: size.value }, settings(one, size), {
        command: postconf(one.name, "0"),
      }),
    );
  },
});
