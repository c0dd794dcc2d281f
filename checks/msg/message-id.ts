import { defineCheck, fail, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "msg/message-id",
  on: "message",
  title: "The message has a valid Message-ID",
  why: "Gmail rejects mail without one (5.7.1), and filters count a missing one against the sender.",
  fix: "Have the program that sends write a Message-ID with a random part and a domain of yours.",
  refs: ["RFC 5322 §3.6.4", "Google sender guidelines"],
  needs: { ids: facts.messageId },
  verdicts: {
    valid: pass("{id}"),
    missing: fail("no Message-ID; Gmail rejects such mail"),
    several: fail("{count} Message-ID fields; Gmail rejects such mail"),
    invalid: fail("Message-ID is {id}: {fault}; Gmail rejects such mail"),
    local: warn("Message-ID {id} has no domain; it may not be unique"),
  },
  judge({ ids }, say, { subject: { domain = "example.com" } }) {
    const fix = { to: `Message-ID: <20260101120000.5f3a9c@${domain}>` };
    const [first] = ids;
    if (!first) return say.missing({}, undefined, fix);
    if (ids.length > 1) return say.several({ count: ids.length });
    const { value: id, fault } = first;
    if (fault !== null) return say.invalid({ id, fault }, undefined, fix);
    return /@[^@]*[.:]/.test(id) ? say.valid({ id }) : say.local({ id });
  },
});
