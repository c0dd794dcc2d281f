import { defineCheck, facts, pass, warn } from "mailworthy";

export default defineCheck({
  id: "msg/body-unsubscribe-link",
  on: "message",
  title: "Mail to many shows a way to unsubscribe",
  why: "Gmail, Yahoo, Apple and Outlook ask for a link that readers see; without one they report spam instead.",
  fix: "Put a link to unsubscribe into the text, where readers look for it.",
  refs: ["Google sender guidelines"],
  needs: { way: facts.messageWayOut },
  verdicts: {
    shown: pass("a way out is in the text: {text}"),
    missing: warn("nothing in the text says how to unsubscribe; readers report it as spam instead"),
  },
  judge({ way: { link, text } }, say) {
    return link === null && text === null ? say.missing() : say.shown({ text: text || link! });
  },
});
