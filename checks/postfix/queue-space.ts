import { defineCheck, facts, fail, number, pass, postconf, settings, warn } from "mailworthy";

export default defineCheck({
  id: "postfix/queue-space",
  on: "postfix",
  title: "The queue has room for the largest message",
  why: "When its file system is nearly full, Postfix answers every message with 452 4.3.1 and takes none.",
  fix: "Make room on the file system of the queue, and leave queue_minfree at 0 or above one and a half times message_size_limit.",
  refs: ["postconf(5) queue_minfree"],
  needs: { main: facts.postfixNumbers("queue_minfree", "message_size_limit"), seen: facts.postfixSeen },
  verdicts: {
    room: pass("queue has {free} MB of room, and needs {need}"),
    notSeen: pass("queue_minfree fits message_size_limit; the room itself is not in a copy"),
    small: warn("queue_minfree is below one and a half times message_size_limit; a large message may fill the queue"),
    low: warn("queue has {free} MB of room, {percent} % of its file system"),
    full: fail("queue has {free} MB of room and needs {need}; no message is taken"),
  },
  judge({ main: { queue_minfree: least, message_size_limit: size }, seen: { machine } }, say) {
    const wanted = Math.max(least.amount, 1.5 * size.amount);
    const evidence = settings(least, size);
    const disk = machine?.disk;
    if (disk && disk.free < wanted)
      return say.full({ free: megabytes(disk.free), need: megabytes(wanted) }, evidence, {
        command: "df -h /var/spool/postfix",
      });
    if (least.amount > 0 && least.amount < 1.5 * size.amount)
      return say.small({}, evidence, { command: postconf(least.name, "0") });
    if (!disk) return say.notSeen();
    const percent = Math.floor((100 * disk.free) / disk.size);
    if (percent < 5) return say.low({ free: megabytes(disk.free), percent }, evidence);
    return say.room({ free: megabytes(disk.free), need: megabytes(wanted) });
  },
});

const megabytes = (octets: number): string => number(Math.floor(octets / 1_048_576));
