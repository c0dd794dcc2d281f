import { defineCheck, facts, fail, pass } from "mailworthy";

export default defineCheck({
  id: "log/disk-full",
  on: "log",
  title: "No disk was full",
  why: "Where nothing can be written, Postfix takes no mail and delivers none.",
  fix: "Look at `df -h` and `df -i` for the queue and the mailboxes, and make room.",
  refs: ["RFC 3463 §3.4"],
  needs: { log: facts.log },
  verdicts: {
    room: pass("nothing tells of a full disk"),
    full: fail("{count} lines tell of a full disk: {text}"),
  },
  judge({ log: { diskFull } }, say) {
    const [first] = diskFull;
    if (!first) return say.room();
    return say.full({ count: diskFull.reduce((sum, { count }) => sum + count, 0), text: first.name });
  },
});
