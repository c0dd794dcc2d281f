import { defineCheck, facts, fail, pass } from "mailworthy";

export default defineCheck({
  id: "postfix/running",
  on: "postfix",
  title: "Postfix runs",
  why: "While it does not, mail waits at its senders, and what this machine sends waits in its queue.",
  fix: "Start it, and see in the log why it stopped.",
  refs: ["postfix(1)"],
  needs: { state: facts.postfixRunning },
  verdicts: {
    up: pass("Postfix runs"),
    down: fail("Postfix does not run; nothing is taken or sent"),
  },
  judge({ state }, say) {
    return state.running ? say.up() : say.down({}, undefined, { command: "postfix start" });
  },
});
