import { defineCheck, everywhere, facts, pass, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/debug-peers",
  on: "postfix",
  title: "No client is watched step by step",
  why: "Each step of a watched client is logged, parts of its messages among them, and the log grows.",
  fix: "Take debug_peer_list out of main.cf when you have seen enough.",
  refs: ["DEBUG_README"],
  needs: { main: facts.postfixSettings("debug_peer_list", "debug_peer_level") },
  verdicts: {
    none: pass("no client is watched"),
    watched: warn("{peers} is watched; each of its steps is logged"),
  },
  judge({ main: { debug_peer_list: peers, debug_peer_level } }, say) {
    const watched = everywhere(peers).find(({ value }) => value !== "");
    if (!watched) return say.none();
    return say.watched({ peers: watched.value }, settings(peers, debug_peer_level), {
      command: "postconf -X debug_peer_list",
    });
  },
});
