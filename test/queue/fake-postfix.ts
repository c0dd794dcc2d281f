import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { emptyFolder } from "../cli/shell.js";

/** A message as the tools of the fake keep it, in a file that begins as those of Postfix do. */
export interface Kept {
  arrival?: number;
  size?: number;
  sender?: string;
  to?: readonly (readonly [address: string, reason?: string])[];
  login?: string;
  expiring?: boolean;
}

/** What goes wrong: ids that postsuper passes over, ids that are another's when they are put on hold, and that are left. */
export interface Faults {
  ignored?: string[];
  reused?: string[];
  undeletable?: string[];
  silent?: boolean;
}

/** Octets of a queue file with this envelope. */
export function queueFile({ arrival = 0, size = 400, sender = "", to = [], login, expiring = false }: Kept): Buffer {
  const record = (type: string, text: string): Buffer => {
    const data = Buffer.from(text);
    const length = data.length < 128 ? [data.length] : [(data.length & 0x7f) | 0x80, data.length >> 7];
    return Buffer.concat([Buffer.from(type), Buffer.from(length), data]);
  };
  const meta = JSON.stringify({ arrival, size, sender, to, expiring });
  return Buffer.concat([
    record("C", "             410             691               1               0             410               0"),
    record("T", `${arrival} 0`),
    ...(login === undefined ? [] : [record("A", `sasl_username=${login}`)]),
    record("A", "client_address=192.0.2.9"),
    record("S", sender),
    ...to.map(([address]) => record("R", address)),
    record("A", `meta=${meta}`),
    record("M", ""),
    record("N", "Subject: a test"),
  ]);
}

/** The tools of Postfix as scripts over a folder, so that what is done with them can be seen, and can go wrong. */
export class FakePostfix {
  readonly dir = emptyFolder();
  readonly spool = join(this.dir, "spool");
  readonly programs = join(this.dir, "bin");

  constructor(messages: Readonly<Record<string, Kept>> = {}, faults: Faults = {}) {
    for (const queue of ["active", "deferred", "hold", "incoming", "corrupt", "defer", "maildrop"])
      mkdirSync(join(this.spool, queue), { recursive: true });
    mkdirSync(this.programs);
    writeFileSync(join(this.dir, "faults.json"), JSON.stringify(faults));
    for (const tool of ["postqueue", "postsuper", "postcat", "postconf"]) {
      const path = join(this.programs, tool);
      writeFileSync(path, `#!${process.execPath}\nconst dir = ${JSON.stringify(this.dir)};\n${script}`);
      chmodSync(path, 0o755);
    }
    for (const [place, kept] of Object.entries(messages)) this.put(place, kept);
  }

  /** Puts a message into `queue/id`. */
  put(place: string, kept: Kept): void {
    writeFileSync(join(this.spool, place), queueFile(kept), { mode: 0o700 });
  }

  /** The messages there are, as `queue/id`. */
  files(): string[] {
    return ["active", "deferred", "hold", "incoming", "corrupt", "maildrop"]
      .flatMap((queue) => readdirSync(join(this.spool, queue)).map((id) => `${queue}/${id}`))
      .sort();
  }

  read(place: string): Buffer {
    return readFileSync(join(this.spool, place));
  }

  /** Calls of tools that change something, in order. */
  calls(): string[] {
    const path = join(this.dir, "calls");
    return existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
  }
}

const script = String.raw`
const fs = require("node:fs");
const { join, basename } = require("node:path");
const tool = basename(process.argv[1]);
const args = process.argv.slice(2);
const spool = join(dir, "spool");
const faults = JSON.parse(fs.readFileSync(join(dir, "faults.json"), "utf8"));
const queues = ["active", "deferred", "hold", "incoming"];
const meta = (path) => {
  const text = fs.readFileSync(path, "utf8");
  return JSON.parse(text.slice(text.indexOf("meta={") + 5, text.lastIndexOf("}") + 1));
};
const find = (id, among = queues) => among.find((queue) => fs.existsSync(join(spool, queue, id)));
const note = (text) => fs.appendFileSync(join(dir, "calls"), text + "\n");
if (tool === "postconf") {
  const name = args.at(-1);
  console.log({ queue_directory: spool, myhostname: "mx.example.com", hash_queue_names: "deferred, defer" }[name] ?? "");
} else if (tool === "postcat") {
  const path = /q$/.test(args[0]) ? join(spool, find(args.at(-1)) ?? "none", args.at(-1)) : args.at(-1);
  if (!fs.existsSync(path)) {
    console.error("postcat: fatal: open queue file: No such file or directory");
    process.exit(1);
  }
  const { sender, to } = meta(path);
  console.log("*** ENVELOPE RECORDS " + path + " ***\nsender: " + sender + "\n" + to.map(([a]) => "recipient: " + a).join("\n"));
  console.log("*** MESSAGE CONTENTS " + path + " ***\nSubject: a test\n\nHello \u001b[31m\n*** MESSAGE FILE END " + path + " ***");
} else if (tool === "postqueue" && args[0] === "-j") {
  for (const queue of queues)
    for (const id of fs.readdirSync(join(spool, queue))) {
      const { arrival, size, sender, to, expiring } = meta(join(spool, queue, id));
      const recipients = to.map(([address, delay_reason]) => ({ address, ...(delay_reason && { delay_reason }) }));
      console.log(JSON.stringify({ queue_name: queue, queue_id: id, arrival_time: arrival, message_size: size,
        forced_expire: expiring, sender: sender || "MAILER-DAEMON", recipients }));
    }
} else if (tool === "postqueue") {
  note([tool, ...args].join(" "));
  if (args[0] === "-i" && find(args[1], ["deferred"])) fs.renameSync(join(spool, "deferred", args[1]), join(spool, "active", args[1]));
} else {
  const flag = args[0];
  const among = args[2] ? [args[2]] : queues;
  note([tool, ...args].join(" "));
  const ids = fs.readFileSync(0, "utf8").split("\n").filter(Boolean);
  let count = 0;
  for (const id of ids) {
    const queue = find(id, among);
    if (!queue || faults.silent || faults.ignored?.includes(id)) continue;
    const path = join(spool, queue, id);
    if (flag === "-h") {
      fs.renameSync(path, join(spool, "hold", id));
      if (faults.reused?.includes(id)) {
        const text = fs.readFileSync(join(spool, "hold", id), "latin1").replace(/"sender":"[^"]*"/, (all) => all.slice(0, -3) + 'x"'.padStart(3, "x"));
        fs.writeFileSync(join(spool, "hold", id), text, "latin1");
      }
    } else if (flag === "-H") {
      if (queue !== "hold") continue;
      fs.renameSync(path, join(spool, "deferred", id));
    } else if (flag === "-d") {
      if (faults.undeletable?.includes(id)) continue;
      fs.unlinkSync(path);
    } else if (flag === "-r") fs.renameSync(path, join(spool, "maildrop", id));
    else if (flag === "-e") fs.writeFileSync(path, fs.readFileSync(path, "latin1").replace('"expiring":false', '"expiring":true '), "latin1");
    count++;
  }
  console.error("postsuper: Done: " + count + " messages");
}
`;
