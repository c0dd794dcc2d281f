import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bucketOf } from "../../src/queue/ages.js";
import { about, causeOf } from "../../src/queue/cause.js";
import { Count } from "../../src/queue/count.js";
import { domainOf } from "../../src/queue/domain.js";
import { Lines } from "../../src/queue/lines.js";
import { bytes } from "../../src/queue/size.js";
import { parseDeferLog } from "../../src/syntax/defer-log.js";
import { parseQueued } from "../../src/syntax/postqueue.js";
import { parseQueueFile } from "../../src/syntax/queue-file.js";
import { hostile } from "../corpus.js";
import { queueFile } from "./fake-postfix.js";

const fixture = (name: string) =>
  readFileSync(`test/fixtures/queue/${name}.jsonl`, "utf8")
    .trim()
    .split("\n")
    .map((line) => parseQueued(line, 100)!);

describe("a line of postqueue -j", () => {
  it("is read from Postfix 3.7 and 3.11", () => {
    expect(fixture("deferred-hold")).toHaveLength(17);
    expect(fixture("deferred-hold")[3]).toEqual({
      queue: "deferred",
      id: "E10F91C0127",
      arrival: 1795496395,
      size: 422,
      expiring: false,
      sender: "alice@example.test",
      recipients: [
        {
          address: "user@servfail.test",
          reason:
            "Host or domain name not found. Name service error for name=servfail.test type=MX: Host not found, try again",
        },
      ],
    });
    expect(fixture("3.11").every((one) => one.recipients.length > 0)).toBe(true);
    expect(
      fixture("forced-expire")
        .filter(({ expiring }) => expiring)
        .map(({ id }) => id),
    ).toEqual(["A29131C0120"]);
  });

  it.each([
    "",
    "x",
    "null",
    "[]",
    "{}",
    `{"queue_name":"deferred","queue_id":"../../etc/passwd","arrival_time":1,"sender":"a","recipients":[]}`,
    `{"queue_name":"deferred","queue_id":"ALL","arrival_time":1,"sender":"a","recipients":[]}`,
    `{"queue_name":"../hold","queue_id":"125C31C012B","arrival_time":1,"sender":"a","recipients":[]}`,
    `{"queue_name":"hold","queue_id":"125C31C012B","arrival_time":"1","sender":"a","recipients":[]}`,
    `{"queue_name":"hold","queue_id":"125C31C012B","arrival_time":1,"sender":"a","recipients":{}}`,
  ])("is none: %s", (line) => {
    expect(parseQueued(line, 100)).toBeUndefined();
  });

  it("is read without what is hostile in it", () => {
    const line = (recipients: string): string =>
      `{"queue_name":"hold","queue_id":"125C31C012B","arrival_time":1,"message_size":-1,"sender":"a","recipients":${recipients}}`;
    expect(parseQueued(line(`[null, 1, {"address":1}, {"address":"b"}]`), 100)).toMatchObject({
      size: 0,
      recipients: [{ address: "b", reason: null }],
    });
    expect(parseQueued(line(`[${'{"address":"x"},'.repeat(50)}0]`), 3)!.recipients).toHaveLength(3);
  });
});

describe("the cause of a delay", () => {
  it.each([
    [
      "Host or domain name not found. Name service error for name=servfail.test type=MX: Host not found, try again",
      "dns",
    ],
    ["connect to mx.refused.test[127.0.0.12]:25: Connection refused", "refused"],
    ["delivery temporarily suspended: connect to mx.refused.test[127.0.0.12]:25: Connection refused", "refused"],
    ["connect to mx.timeout.test[127.0.0.13]:25: Connection timed out", "silent"],
    ["conversation with mx.slow.test[127.0.0.14] timed out while receiving the initial server greeting", "silent"],
    ["connect to mx.x.test[2001:db8::1]:25: Network is unreachable", "unreachable"],
    [
      "lost connection with mx.drop.test[127.0.0.22] while sending end of data -- message may be sent more than once",
      "connection lost",
    ],
    ["TLS is required, but was not offered by host mx.notls.test[127.0.0.15]", "tls"],
    ["Server certificate not verified", "tls"],
    ["Cannot start TLS: handshake failure", "tls"],
    ["mail transport unavailable", "misconfigured"],
    ["mail system configuration error", "misconfigured"],
    ["unknown mail transport error", "misconfigured"],
    [
      "cannot update mailbox /var/mail/ann for user ann. error writing message: No space left on device",
      "no room here",
    ],
    ["SASL authentication failed; server smtp.example.net[192.0.2.1] said: 535 5.7.8 bad", "not logged in"],
    ["mail for example.com loops back to myself", "loop"],
    [
      "host mx.busy.test[127.0.0.21] refused to talk to me: 421 4.7.0 mx.busy.test Too many concurrent SMTP connections; please try again later",
      "ratelimited",
    ],
    [
      "host mx.g.test[127.0.0.11] said: 450 4.2.0 <user@g.test>: Recipient address rejected: Greylisted, see http://x/ (in reply to RCPT TO command)",
      "greylisted",
    ],
    [
      "host mx.b.test[127.0.0.19] refused to talk to me: 554 5.7.1 Service unavailable; Client host [127.0.0.1] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/127.0.0.1",
      "blocked",
    ],
    [
      "host mx.r.test[127.0.0.18] said: 452 4.2.2 The email account that you tried to reach is over quota. q@r.test (in reply to RCPT TO command)",
      "mailboxfull",
    ],
    [
      "host mx.r.test[127.0.0.18] said: 452 4.3.1 Insufficient system storage (in reply to RCPT TO command)",
      "systemfull",
    ],
    // What a server says is never taken for what Postfix says.
    [
      "host mx.r.test[127.0.0.18] said: 451 4.3.0 mail transport unavailable: no space left on device (in reply to end of DATA command)",
      "mailboxfull",
    ],
    ["", "undefined"],
  ])("%s", (reason, cause) => {
    expect(causeOf(reason)).toBe(cause);
    expect(about(causeOf(reason))).toMatchObject({ means: expect.any(String), remedy: expect.any(String) });
  });

  it("is none before the first try", () => {
    expect(causeOf(null)).toBe("not yet tried");
  });

  it("is found in any text", () => {
    for (const { text } of hostile) expect(() => causeOf(text.repeat(50))).not.toThrow();
  });
});

describe("a count", () => {
  const at = 1795500000_000;

  it("has ages in the buckets of qshape", () => {
    expect([0, 4.99, 5, 9.99, 10, 639, 640, 1_279, 1_280, 99_999].map((minutes) => bucketOf(minutes * 60_000))).toEqual(
      [0, 0, 1, 1, 2, 7, 8, 8, 9, 9],
    );
    expect(bucketOf(-5)).toBe(0);
  });

  it("counts a message once for each destination, and once that moves while it is listed", () => {
    const count = new Count(at);
    const one = fixture("deferred-hold")[3]!;
    count.add({
      ...one,
      recipients: [...one.recipients, ...one.recipients, { address: "b@Other.Test.", reason: null }],
    });
    count.add({ ...one, queue: "active" });
    count.skip();
    const census = count.census({ unread: "x" });
    expect(census.queues).toEqual({ deferred: { messages: 1, bytes: 422, oldest: one.arrival * 1_000 } });
    expect(census.destinations.map(({ domain, messages }) => [domain, messages])).toEqual([
      ["other.test", 1],
      ["servfail.test", 1],
    ]);
    expect(census.causes.map(({ domain, cause }) => [domain, cause])).toEqual([
      ["other.test", "not yet tried"],
      ["servfail.test", "dns"],
    ]);
    expect(census.unreadable).toBe(1);
  });

  it("has the sum of what is over the bound, by cause", () => {
    const count = new Count(at);
    const one = fixture("deferred-hold")[3]!;
    for (let index = 0; index < 1_200; index++) {
      const reason = index % 2 === 0 ? one.recipients[0]!.reason : "mail transport unavailable";
      const recipients = [{ address: `a@d${index}.test`, reason }];
      count.add({ ...one, id: `A${String(index).padStart(6, "0")}`, recipients });
    }
    const { causes, destinations, others } = count.census({ unread: "x" });
    expect([causes.length, destinations.length, others.destinations]).toEqual([502, 500, 700]);
    for (const name of ["dns", "misconfigured"]) {
      const of = causes.filter(({ cause }) => cause === name);
      expect(of.reduce((sum, { messages }) => sum + messages, 0)).toBe(600);
      expect(of.reduce((sum, { destinations: many }) => sum + many, 0)).toBe(600);
    }
  });

  it("tells reports of the mail system from what people sent", () => {
    const count = new Count(at);
    const one = fixture("deferred-hold")[3]!;
    for (const [id, sender] of [
      ["A00001", ""],
      ["A00002", "a@x.test"],
      ["A00003", "a@x.test"],
    ])
      count.add({ ...one, id: id!, sender: sender! });
    const { reports, senders } = count.census({ unread: "x" });
    expect(reports).toBe(1);
    expect(senders).toEqual([{ sender: "a@x.test", messages: 2, domains: 1 }]);
  });

  it("knows the domain of any recipient", () => {
    expect(["a@B.example.", "root", '"a@b"@c.example', ""].map(domainOf)).toEqual([
      "b.example",
      "root",
      "c.example",
      "",
    ]);
  });
});

describe("what files tell", () => {
  it("the envelope of a queue file, whole or cut off anywhere", () => {
    const octets = queueFile({ sender: "ann@example.com", to: [["b@x.test"]], login: "ann" });
    expect(parseQueueFile(octets)).toEqual({ sender: "ann@example.com", login: "ann", client: "192.0.2.9" });
    for (let end = 0; end < octets.length; end++) expect(() => parseQueueFile(octets.subarray(0, end))).not.toThrow();
    expect(parseQueueFile(Buffer.from("Subject: a test\n"))).toBeUndefined();
    expect(parseQueueFile(Buffer.alloc(0))).toBeUndefined();
    expect(parseQueueFile(Buffer.concat([Buffer.from("C"), Buffer.alloc(4_000, 0xff)]))).toEqual({
      sender: null,
      login: null,
      client: null,
    });
  });

  it("a defer log", () => {
    const text = readFileSync("test/fixtures/queue/defer-log.txt", "utf8");
    expect(parseDeferLog(text, 10)).toEqual([
      {
        recipient: "user@blocked.test",
        status: "4.7.1",
        diagnostic: expect.stringMatching(/^554 5\.7\.1 Service unavailable/),
        host: "mx.blocked.test",
        reason: expect.stringMatching(/^host mx\.blocked\.test\[127\.0\.0\.19\] refused/),
      },
    ]);
    expect(parseDeferLog(text.repeat(20), 3)).toHaveLength(3);
    expect(parseDeferLog("\n\n\nnonsense\n", 3)).toEqual([]);
  });
});

it("lines come whole however they are cut, and those that are too long are told", () => {
  const seen: (string | undefined)[] = [];
  const lines = new Lines(8, (line) => seen.push(line));
  for (const piece of ["on", "e\ntwo\n\nthree is ", "too long\nfo", "ur"]) lines.add(Buffer.from(piece));
  lines.end();
  expect(seen).toEqual(["one", "two", undefined, "four"]);
});

it("sizes are as people read them", () => {
  expect([0, 999, 1_000, 9_949, 9_951, 999_600, 2_100_000, 5e15].map(bytes)).toEqual([
    "0 B",
    "999 B",
    "1.0 kB",
    "9.9 kB",
    "10 kB",
    "1.0 MB",
    "2.1 MB",
    "5000 TB",
  ]);
});
