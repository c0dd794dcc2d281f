import { bounds } from "../bounds.js";
import { Entries, type Entry, owned } from "./entry.js";
import { Failures } from "./failures.js";
import { Logins } from "./logins.js";
import { Ranking } from "./ranking.js";
import { rejectKind } from "./reject-kind.js";
import { Spread } from "./spread.js";
import type { Delay, Recipients, Summary, Totals, Traffic } from "./summary.js";

/** What is known of a message while it is on its way. */
interface Way {
  size: number;
  came: boolean;
  deferred: boolean;
}

interface Domain {
  delivered: number;
  bytes: number;
  deferred: number;
  bounced: number;
  spread: Spread;
}

const traffic = (): Traffic => ({ received: 0, delivered: 0, deferred: 0, bounced: 0, rejected: 0 });

/** Counts a log line by line: one look at which part of Postfix speaks, then at few fixed places of what it says. */
export class Count {
  private readonly entries: Entries;
  private readonly lines = { all: 0, postfix: 0, other: 0, outside: 0, unreadable: 0, long: 0 };
  private readonly unread: string[] = [];
  private from = Infinity;
  private to = -Infinity;
  private readonly totals: Totals = {
    received: 0,
    delivered: 0,
    forwarded: 0,
    deferred: 0,
    deferrals: 0,
    bounced: 0,
    canceled: 0,
    expired: 0,
    rejected: 0,
    rejectWarnings: 0,
    held: 0,
    discarded: 0,
    bytesReceived: 0,
    bytesDelivered: 0,
  };
  private readonly hours = Array.from({ length: 24 }, traffic);
  private readonly days = new Map<number, Traffic>();
  private hour = this.hours[0]!;
  private day = traffic();
  private hourAt = NaN;
  private readonly ways = new Map<string, Way>();
  private forgotten = 0;
  private firstHost = "";
  private readonly senders = new Ranking();
  private readonly recipients = new Ranking();
  private readonly domains = new Map<string, Domain>();
  private domainsLost = 0;
  private readonly clients = new Ranking();
  private readonly spread = new Spread();
  private readonly stages = [new Spread(), new Spread(), new Spread(), new Spread()];
  private readonly deferrals = new Failures();
  private readonly bounces = new Failures();
  private readonly rejects = new Ranking();
  private readonly rejectedClients = new Ranking();
  private readonly tls = { received: 0, sent: 0, versions: new Ranking(), failures: new Ranking() };
  private readonly logins = new Logins();
  private readonly postscreen = new Ranking();
  private readonly warnings = new Ranking();
  private readonly fatal = new Ranking();
  private readonly diskFull = new Ranking();
  private readonly since: number;
  private readonly until: number;

  /** Counts what lies between two times; years that a line does not tell end at `latest`. */
  constructor(latest: number, since = -Infinity, until = Infinity) {
    this.entries = new Entries(latest);
    this.since = since;
    this.until = until;
  }

  /** A line that was longer than any that Postfix writes: counted, not looked at. */
  skip(): void {
    this.lines.all++;
    this.lines.long++;
  }

  add(line: string): void {
    this.lines.all++;
    const kind = this.entries.read(line);
    if (kind === "unreadable") {
      this.lines.unreadable++;
      if (this.unread.length < bounds.log.shown) this.unread.push(owned(line.slice(0, bounds.shown)));
      return;
    }
    if (kind === "other") {
      this.lines.other++;
      return;
    }
    const { entry } = this.entries;
    if (entry.at < this.since || entry.at > this.until) {
      this.lines.outside++;
      return;
    }
    this.lines.postfix++;
    if (entry.at < this.from) this.from = entry.at;
    if (entry.at > this.to) this.to = entry.at;
    this.clock(entry.at);
    this.hear(entry);
  }

  private clock(at: number): void {
    const hour = Math.floor(at / 3_600_000);
    if (hour === this.hourAt) return;
    this.hourAt = hour;
    this.hour = this.hours[((hour % 24) + 24) % 24]!;
    const day = Math.floor(hour / 24);
    let known = this.days.get(day);
    if (!known) {
      known = traffic();
      if (this.days.size < bounds.log.days) this.days.set(day, known);
    }
    this.day = known;
  }

  private hear(entry: Entry): void {
    const { service, text } = entry;
    const first = text.charCodeAt(0);
    // warning:, fatal:, panic:, error: and what has no queue id begin with a small letter.
    if (first >= 97) {
      if (text.startsWith("warning: ")) return this.warned(entry);
      if (text.startsWith("fatal: ") || text.startsWith("panic: ") || text.startsWith("error: ")) {
        this.troubled(`${service}: ${text.slice(0, bounds.log.text)}`, this.fatal);
        return;
      }
      if (text.startsWith("connect from ")) return this.clients.add(text.slice(13));
      if (text.startsWith("disconnect ") || text.startsWith("statistics:")) return;
    }
    if (first === 67 && service === "smtp" && text.startsWith("Cannot start TLS")) return;
    const colon = text.indexOf(": ");
    const secured = colon > 16 || colon < 0 ? text.indexOf("TLS connection established ") : -1;
    if (secured >= 0) return this.secured(text, secured);
    if (text.startsWith("SSL_")) return this.insecure(text);
    if (colon > 0 && isId(text, colon)) return this.onItsWay(entry, colon);
    if (service === "postscreen") return this.screened(text);
    if (service === "smtp" && text.startsWith("certificate verification failed for ")) this.insecure(text);
  }

  private onItsWay(entry: Entry, colon: number): void {
    const { service, text } = entry;
    const at = colon + 2;
    if (service === "smtpd" || service === "postscreen") {
      if (text.startsWith("client=", at)) return this.came(entry, colon);
      return this.judged(text, at);
    }
    if (service === "qmgr") {
      if (text.startsWith("from=<", at)) return this.queued(entry, colon, at);
      if (text.startsWith("removed", at)) return this.left(entry, colon, at);
    }
    if (service === "pickup" && (text.startsWith("uid=", at) || text.startsWith("sender=", at)))
      return this.came(entry, colon);
    if (service === "cleanup") {
      if (text.startsWith("message-id=", at)) return;
      if (text.startsWith("removed", at) || text.startsWith("canceled", at)) return this.left(entry, colon, at);
      return this.filtered(text, at);
    }
    if (text.startsWith("to=<", at)) this.tried(entry, colon, at);
  }

  private id({ text, host, instance }: Entry, colon: number): string {
    const id = text.slice(0, colon);
    if (this.firstHost === "") this.firstHost = host;
    return instance === "postfix" && host === this.firstHost ? id : `${id} ${host} ${instance}`;
  }

  private way(id: string): Way {
    const known = this.ways.get(id);
    if (known) return known;
    const way = { size: 0, came: false, deferred: false };
    if (this.ways.size >= bounds.log.messages) {
      this.ways.delete(this.ways.keys().next().value!);
      this.forgotten++;
    }
    this.ways.set(owned(id), way);
    return way;
  }

  private came(entry: Entry, colon: number): void {
    this.totals.received++;
    this.hour.received++;
    this.day.received++;
    const way = this.way(this.id(entry, colon));
    way.came = true;
    way.size = 0;
    const user = entry.text.indexOf(", sasl_username=");
    if (user > 0) {
      const end = entry.text.indexOf(",", user + 16);
      this.logins.accepted(end < 0 ? entry.text.slice(user + 16) : entry.text.slice(user + 16, end));
    }
  }

  private queued(entry: Entry, colon: number, at: number): void {
    const { text } = entry;
    const end = text.indexOf(">", at);
    if (text.startsWith(", size=", end + 1)) {
      const way = this.way(this.id(entry, colon));
      if (way.size > 0) return;
      way.size = Number.parseInt(text.slice(end + 8, end + 24), 10) || 0;
      if (!way.came) return;
      way.came = false;
      this.totals.bytesReceived += way.size;
      this.senders.add(end === at + 6 ? "<>" : lowDomain(text.slice(at + 6, end)), way.size);
    } else if (text.startsWith(", status=expired", end + 1)) this.totals.expired++;
  }

  private left(entry: Entry, colon: number, at: number): void {
    if (entry.text.startsWith("removed (canceled)", at) || entry.text.startsWith("canceled", at))
      this.totals.canceled++;
    this.ways.delete(this.id(entry, colon));
  }

  /** A delivery was tried: to=<…>, relay=…, delay=…, delays=a/b/c/d, dsn=…, status=… (…). */
  private tried(entry: Entry, colon: number, at: number): void {
    const { text } = entry;
    const end = text.indexOf(">", at);
    const relay = end < 0 ? -1 : text.indexOf(", relay=", end);
    const delay = relay < 0 ? -1 : text.indexOf(", delay=", relay + 8);
    const status = delay < 0 ? -1 : text.indexOf(", status=", delay + 8);
    if (status < 0) return;
    const address = lowDomain(text.slice(at + 4, end));
    const sign = address.lastIndexOf("@");
    const domain = sign < 0 ? address : address.slice(sign + 1);
    const seconds = Number.parseFloat(text.slice(delay + 8, delay + 24));
    const first = text.charCodeAt(status + 9);
    if (first === 115 && text.startsWith("sent", status + 9)) {
      if (text.includes("(forwarded as ", status)) {
        this.totals.forwarded++;
        return;
      }
      this.totals.delivered++;
      this.hour.delivered++;
      this.day.delivered++;
      const size = this.ways.get(this.id(entry, colon))?.size ?? 0;
      this.totals.bytesDelivered += size;
      this.recipients.add(address, size);
      this.spread.add(seconds);
      this.staged(text, delay, status);
      const one = this.domain(domain);
      one.delivered++;
      one.bytes += size;
      one.spread.add(seconds);
      return;
    }
    const open = text.indexOf("(", status);
    const why = open < 0 ? "" : text.slice(open + 1, text.endsWith(")") ? -1 : undefined);
    if (first === 100 && text.startsWith("deferred", status + 9)) {
      this.totals.deferrals++;
      this.hour.deferred++;
      this.day.deferred++;
      this.domain(domain).deferred++;
      const way = this.way(this.id(entry, colon));
      if (!way.deferred) this.totals.deferred++;
      way.deferred = true;
      this.deferrals.add(why, address, domain);
    } else if (text.startsWith("bounced", status + 9)) {
      this.totals.bounced++;
      this.hour.bounced++;
      this.day.bounced++;
      this.domain(domain).bounced++;
      this.bounces.add(why, address, domain);
    }
  }

  private staged(text: string, delay: number, status: number): void {
    let at = text.indexOf(", delays=", delay);
    if (at < 0 || at > status) return;
    at += 9;
    for (const stage of this.stages) {
      const end = at + 1 + runOf(text, at + 1);
      stage.add(Number(text.slice(at, end)));
      at = end + 1;
    }
  }

  private domain(name: string): Domain {
    const known = this.domains.get(name);
    if (known) return known;
    const one = { delivered: 0, bytes: 0, deferred: 0, bounced: 0, spread: new Spread() };
    if (this.domains.size < bounds.log.domains) this.domains.set(owned(name), one);
    else this.domainsLost++;
    return one;
  }

  /** smtpd and postscreen: what they do with a client's wish. */
  private judged(text: string, at: number): void {
    if (text.startsWith("reject: ", at)) {
      this.rejected();
      const client = text.indexOf(" from ", at);
      const reply = client < 0 ? -1 : text.indexOf("]", client);
      const tail = text.indexOf("; from=<", at);
      this.rejects.add(rejectKind(text.slice(at, tail < 0 ? undefined : tail)));
      if (reply > 0) this.rejectedClients.add(text.slice(client + 6, reply + 1));
    } else if (text.startsWith("reject_warning: ", at)) {
      this.totals.rejectWarnings++;
      this.hour.rejected++;
      this.day.rejected++;
    } else if (text.startsWith("hold: ", at)) {
      this.totals.held++;
      this.hour.rejected++;
      this.day.rejected++;
    } else if (text.startsWith("discard: ", at)) {
      this.totals.discarded++;
      this.hour.rejected++;
      this.day.rejected++;
    } else if (text.startsWith("milter-reject: ", at)) this.rejects.add("milter");
  }

  private rejected(): void {
    this.totals.rejected++;
    this.hour.rejected++;
    this.day.rejected++;
  }

  /** cleanup: header_checks, body_checks and milters. */
  private filtered(text: string, at: number): void {
    const verb = text.slice(at, text.indexOf(": ", at));
    const rest = at + verb.length + 2;
    if (!["header ", "body ", "END-OF-MESSAGE "].some((part) => text.startsWith(part, rest))) return;
    if (verb === "reject" || verb === "milter-reject") this.rejects.add(verb === "reject" ? "content" : "milter");
    if (verb === "reject" || verb === "milter-reject") this.totals.rejected++;
    else if (verb === "warning") this.totals.rejectWarnings++;
    else if (verb === "hold") this.totals.held++;
    else if (verb === "discard") this.totals.discarded++;
    else return;
    this.hour.rejected++;
    this.day.rejected++;
  }

  private secured(text: string, at: number): void {
    const inward = text.startsWith("from ", at + 27);
    if (inward) this.tls.received++;
    else this.tls.sent++;
    const version = text.indexOf(": ", at + 27);
    if (version > 0) this.tls.versions.add(text.slice(version + 2, text.indexOf(" ", version + 2)));
  }

  /** A handshake that failed, by peer. */
  private insecure(text: string): void {
    const to = text.search(/ (?:to|from|for) /);
    const begin = to < 0 ? 0 : text.indexOf(" ", to + 1) + 1;
    const end = text.indexOf("[", begin);
    this.tls.failures.add(end < 0 ? text.slice(begin) : text.slice(begin, end));
  }

  private screened(text: string): void {
    const space = text.indexOf(" ");
    const verb = text.slice(0, space < 0 ? undefined : space);
    if (verb === "PASS") this.postscreen.add(text.slice(0, text.indexOf(" ", space + 1)));
    else if (/^[A-Z]{4,12}$/.test(verb)) this.postscreen.add(verb);
  }

  private warned({ service, text, at }: Entry): void {
    const failed = text.indexOf(" authentication failed");
    if (failed > 0 && text.includes(": SASL ")) this.logins.refused(text, failed, at);
    this.troubled(`${service}: ${text.slice(9, 9 + bounds.log.text)}`, this.warnings);
  }

  private troubled(text: string, ranking: Ranking): void {
    ranking.add(text.replace(/\[[0-9a-f.:]{3,45}\]|\d{2,}|<[^>]{0,320}>/gi, "#"));
    if (/no space left on device|disk quota exceeded|not enough free space|insufficient system storage/i.test(text))
      this.diskFull.add(text);
  }

  summary(files: number, top: number): Summary {
    const domains: Recipients[] = [...this.domains]
      .sort(([, a], [, b]) => b.delivered + b.deferred - a.delivered - a.deferred)
      .slice(0, top)
      .map(([domain, { spread, ...one }]) => ({
        domain: Buffer.from(domain, "latin1").toString(),
        ...one,
        delay: delay(spread),
      }));
    const [before, queue, connect, send] = this.stages.map(delay) as [Delay, Delay, Delay, Delay];
    const rankings = [this.senders, this.recipients, this.clients, this.rejectedClients, this.warnings, this.fatal];
    return {
      files,
      lines: this.lines,
      unreadable: this.unread.map((line) => Buffer.from(line, "latin1").toString()),
      from: Number.isFinite(this.from) ? this.from : null,
      to: Number.isFinite(this.to) ? this.to : null,
      totals: this.totals,
      hours: this.hours,
      days: Object.fromEntries(
        [...this.days].map(([day, one]) => [new Date(day * 86_400_000).toISOString().slice(0, 10), one]),
      ),
      unfinished: this.ways.size,
      forgotten: this.forgotten,
      senders: this.senders.top(top),
      sendersBySize: this.senders.top(top, "bytes"),
      recipients: this.recipients.top(top),
      domains,
      clients: this.clients.top(top),
      delay: delay(this.spread),
      stages: { before, queue, connect, send },
      deferrals: this.deferrals.told(top),
      bounces: this.bounces.told(top),
      rejects: this.rejects.top(top),
      rejectedClients: this.rejectedClients.top(top),
      tls: {
        received: this.tls.received,
        sent: this.tls.sent,
        versions: this.tls.versions.top(top),
        failures: this.tls.failures.top(top),
      },
      logins: this.logins.told(top),
      postscreen: this.postscreen.top(top),
      warnings: this.warnings.top(top),
      fatal: this.fatal.top(top),
      diskFull: this.diskFull.top(top),
      dropped: rankings.reduce((sum, { lost }) => sum + lost.names, this.domainsLost),
    };
  }
}

const delay = (spread: Spread): Delay => ({
  median: spread.percentile(0.5),
  p95: spread.percentile(0.95),
  longest: spread.most,
});

/** Whether what stands before the colon can be a queue id, or is NOQUEUE in the place of one. */
function isId(text: string, colon: number): boolean {
  if (colon < 6 || colon > 24) return false;
  for (let at = 0; at < colon; at++) {
    const code = text.charCodeAt(at);
    if (!((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122))) return false;
  }
  return true;
}

/** How many characters of a number follow. */
function runOf(text: string, at: number): number {
  let end = at;
  for (let code = text.charCodeAt(end); code === 46 || (code >= 48 && code <= 57); code = text.charCodeAt(++end));
  return end - at;
}

/** The domain of an address in lower case; the local part may be told apart by case (RFC 5321 §2.4). */
function lowDomain(address: string): string {
  const sign = address.lastIndexOf("@");
  if (sign < 0) return address;
  for (let at = sign + 1; at < address.length; at++) {
    const code = address.charCodeAt(at);
    if (code >= 65 && code <= 90) return address.slice(0, sign) + address.slice(sign).toLowerCase();
  }
  return address;
}
