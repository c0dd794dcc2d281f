import { Stamps } from "./stamp.js";

/** One line of a log that a mail server wrote. Its text is octets, one a character. */
export interface Entry {
  at: number;
  host: string;
  /** The name of the instance, `postfix` for the first. */
  instance: string;
  /** The part of Postfix: `smtpd`, `qmgr`. */
  service: string;
  pid: string;
  text: string;
}

/** What a line is: an entry of Postfix, of another program, or nothing that could be read. */
export type Kind = "postfix" | "other" | "unreadable";

/** Takes lines apart. One entry is used for all: a line costs no object. */
export class Entries {
  readonly entry: Entry = { at: 0, host: "", instance: "", service: "", pid: "", text: "" };
  private readonly stamps: Stamps;
  private tag = "";
  private sort: Kind = "other";

  constructor(latest: number) {
    this.stamps = new Stamps(latest);
  }

  read(line: string): Kind {
    if (line.charCodeAt(0) === 123) return this.journal(line);
    const at = this.stamps.read(line);
    if (Number.isNaN(at)) return "unreadable";
    const start = this.stamps.end;
    const host = line.indexOf(" ", start);
    if (host < 0) return "unreadable";
    const colon = line.indexOf(": ", host);
    if (colon < 0) return "unreadable";
    const bracket = line.indexOf("[", host);
    const inside = bracket > 0 && bracket < colon;
    const sort = this.tagged(line.slice(host + 1, inside ? bracket : colon));
    if (sort !== "postfix") return sort;
    const { entry } = this;
    entry.at = at;
    if (!line.startsWith(entry.host, start) || host - start !== entry.host.length)
      entry.host = owned(line.slice(start, host));
    entry.pid = inside ? line.slice(bracket + 1, colon - 1) : "";
    // Solaris puts "[ID 197553 mail.info] " before the text.
    const solaris = line.startsWith("[ID ", colon + 2) ? line.indexOf("] ", colon) : -1;
    entry.text = line.slice(solaris < 0 ? colon + 2 : solaris + 2);
    return sort;
  }

  /** An entry of journalctl -o json. */
  private journal(line: string): Kind {
    let read: Record<string, unknown>;
    try {
      read = JSON.parse(Buffer.from(line, "latin1").toString()) as Record<string, unknown>;
    } catch {
      return "unreadable";
    }
    const { MESSAGE: text, SYSLOG_IDENTIFIER: tag, __REALTIME_TIMESTAMP: time } = read;
    // A text that is not UTF-8 is a list of octets.
    const octets = Array.isArray(text)
      ? Buffer.from(text as number[])
      : typeof text === "string"
        ? Buffer.from(text)
        : undefined;
    const micro = Number(time);
    if (!octets || typeof tag !== "string" || !Number.isFinite(micro)) return "unreadable";
    const sort = this.tagged(tag);
    const moment = new Date(micro / 1_000);
    this.entry.at = micro / 1_000 - moment.getTimezoneOffset() * 60_000;
    this.entry.host = plain(read["_HOSTNAME"]);
    this.entry.pid = plain(read["SYSLOG_PID"] ?? read["_PID"]);
    this.entry.text = octets.toString("latin1");
    return Number.isNaN(this.entry.at) ? "unreadable" : sort;
  }

  /** `postfix/submission/smtpd`: an instance, what master.cf calls the service, and the program. */
  private tagged(tag: string): Kind {
    if (tag === this.tag) return this.sort;
    this.tag = owned(tag);
    const slash = tag.indexOf("/");
    const program = this.tag.slice(tag.lastIndexOf("/") + 1);
    const ours = slash > 0 ? tag.startsWith("postfix") || programs.has(program) : tag.startsWith("postfix");
    this.sort = ours ? "postfix" : "other";
    this.entry.instance = slash > 0 ? this.tag.slice(0, slash) : this.tag;
    this.entry.service = program;
    return this.sort;
  }
}

const plain = (value: unknown): string => (typeof value === "string" ? value : "");

/** Programs of Postfix, by which an instance with a syslog_name of its own is known. */
const programs: ReadonlySet<string> = new Set(
  "smtpd postscreen cleanup qmgr smtp lmtp local virtual pipe error discard bounce pickup trivial-rewrite master anvil tlsproxy dnsblog verify proxymap scache".split(
    " ",
  ),
);

/** A copy, so that a short text does not keep the whole chunk it was cut from. */
export const owned = (text: string): string => Buffer.from(text, "latin1").toString("latin1");
