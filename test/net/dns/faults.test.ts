import { describe, expect, it } from "vitest";
import { inClass, optType } from "../../../src/net/dns/codes.js";
import type { Edns } from "../../../src/net/dns/edns.js";
import type { Message, WireRecord } from "../../../src/net/dns/message.js";
import { wireName } from "../../../src/net/dns/name.js";
import type { Answer, DnsHow, NetError } from "../../../src/net/net.js";
import type { RecordData, RecordType } from "../../../src/syntax/record.js";
import { type Came, framed, hurried, type Script, scripted } from "./scripted.js";

/**
 * What a faulty server may do, and what must come of it. A value and certain absence are answers; everything else is
 * unknown, and never one of the two.
 */
type Want =
  | { value: readonly unknown[]; notes?: RegExp; aliases?: string[]; loop?: true; ad?: boolean }
  | { absent: "NXDOMAIN" | "NODATA"; notes?: RegExp; aliases?: string[] }
  | { unknown: string; because?: RegExp; message?: RegExp };

interface Fault {
  does: Script;
  want: Want;
  how?: "authority" | DnsHow;
  type?: RecordType;
  /** A second resolver, asked when the first fails. */
  second?: Script;
  tcp?: false;
}

const name = "example.com";
const ip = "192.0.2.1";
const rr = <T extends RecordType>(owner: string, type: T, data: RecordData[T], ttl = 300): WireRecord => ({
  name: owner,
  type,
  class: inClass,
  ttl,
  data,
});
const a = (owner = name, address = ip): WireRecord => rr(owner, "A", address);
const soa = (zone = name): WireRecord =>
  rr(zone, "SOA", { mname: "ns1." + zone, rname: ".", serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 1 });
const edns = (errors: Edns["errors"] = []): Edns => ({ payload: 1232, version: 0, dnssec: false, options: [], errors });
const good: Script = ({ send }) => send({ answers: [a()] });
const right: Want = { value: [ip] };
const silent: Script = () => {};

/** The first answer is bad; the good one comes after it. */
const thenGood =
  (bad: (came: Came) => void): Script =>
  (came) => {
    bad(came);
    good(came);
  };
/** Only bad answers, ever. */
const patched =
  (change: (bytes: Buffer, came: Came) => Buffer | void): Script =>
  (came) => {
    const bytes = came.write({ answers: [a()] });
    came.send(change(bytes, came) ?? bytes);
  };
/** Cut short over UDP; over TCP what the script does. */
const cut =
  (overTcp: Script): Script =>
  (came) =>
    came.over === "udp" ? came.send({ tc: true }) : overTcp(came);
/** An answer over TCP of one record of raw data. */
const raw = (type: number, data: Buffer, { length = data.length, owner = wireName(name), count = 1 } = {}): Script =>
  cut(({ send, write }) => {
    const head = write({});
    head.writeUInt16BE(count, 6);
    const fixed = Buffer.alloc(10);
    fixed.writeUInt16BE(type, 0);
    fixed.writeUInt16BE(inClass, 2);
    fixed.writeUInt32BE(300, 4);
    fixed.writeUInt16BE(length, 8);
    send(Buffer.concat([head, owner, fixed, data]));
  });
const rcode =
  (code: number, more: Partial<Message> = {}): Script =>
  ({ send }) =>
    send({ rcode: code, ...more });
const timeout: Want = { unknown: "timeout", because: /^resolver / };
const malformed: Want = { unknown: "malformed", because: /^dns example\.com$/ };
const servfail: Want = { unknown: "servfail", because: /^dns example\.com$/ };
const pointer = (to: number): Buffer => Buffer.from([0xc0 | (to >> 8), to & 255]);

const faults: Record<string, Fault> = {
  // Datagrams that are not the answer: passed over, and waiting goes on.
  "wrong id": { does: patched((bytes) => void bytes.writeUInt16BE(bytes.readUInt16BE(0) ^ 1, 0)), want: timeout },
  "wrong id, then the answer": { does: thenGood(({ send, query }) => send({ id: query.id ^ 1 })), want: right },
  "question of another name": {
    does: ({ send }) =>
      send({ questions: [{ name: "example.net", type: "A", class: 1 }], answers: [a("example.net")] }),
    want: timeout,
  },
  "question of another name, then the answer": {
    does: thenGood(({ send }) => send({ questions: [{ name: "example.net", type: "A", class: 1 }], rcode: 3 })),
    want: right,
  },
  "question of another type": {
    does: ({ send }) => send({ questions: [{ name, type: "MX", class: 1 }], answers: [a()] }),
    want: timeout,
  },
  "question of another class": {
    does: ({ send }) => send({ questions: [{ name, type: "A", class: 3 }], answers: [a()] }),
    want: timeout,
  },
  "no question": { does: ({ send }) => send({ questions: [], answers: [a()] }), want: timeout },
  "no question, then the answer": { does: thenGood(({ send }) => send({ questions: [], rcode: 3 })), want: right },
  "from another port": {
    does: ({ write, sendFromElsewhere }) => sendFromElsewhere(write({ rcode: 3 })),
    want: timeout,
  },
  "from another port, then the answer": {
    does: thenGood(({ write, sendFromElsewhere }) => sendFromElsewhere(write({ rcode: 3 }))),
    want: right,
  },
  "a question, not a response": { does: ({ send }) => send({ response: false, answers: [a()] }), want: timeout },
  "another opcode": { does: ({ send }) => send({ opcode: 4, answers: [a()] }), want: timeout },
  "an empty datagram": { does: ({ send }) => send(Buffer.alloc(0)), want: timeout },
  "eleven octets": { does: patched((bytes) => bytes.subarray(0, 11)), want: timeout },
  "a header alone, then the answer": { does: thenGood(({ send }) => send({ questions: [] })), want: right },
  "a header alone, NXDOMAIN, then the answer": {
    does: thenGood(({ write, send }) => send(write({ rcode: 3, questions: [] }).subarray(0, 12))),
    want: right,
  },
  "undecodable, then the answer": {
    does: thenGood(({ send, write }) => send(write({ answers: [a()] }).subarray(0, -2))),
    want: right,
  },
  "undecodable for ever": { does: patched((bytes) => bytes.subarray(0, -2)), want: malformed },
  silence: { does: silent, want: timeout },
  "the first two questions are lost": { does: (came) => came.nth > 2 && good(came), want: right },
  "an answer later than the next try": { does: (came) => void setTimeout(() => good(came), 150), want: right },

  // Truncation.
  "cut short, then whole over TCP": {
    does: cut(({ send }) => send({ answers: [a(), a(name, "192.0.2.2")] })),
    want: { value: [ip, "192.0.2.2"], notes: /over TCP/ },
  },
  "cut short with a part of the answer": {
    does: (came) => (came.over === "udp" ? came.send({ tc: true, answers: [a(name, "192.0.2.9")] }) : good(came)),
    want: right,
  },
  "cut short without TCP": { does: cut(silent), tcp: false, want: { unknown: "reset", message: /over TCP/ } },
  "cut short, silence over TCP": { does: cut(silent), want: { unknown: "timeout", message: /over TCP/ } },
  "cut short, reset in the middle": {
    does: cut(({ socket, write }) => {
      socket!.write(framed(write({ answers: [a()] })).subarray(0, 20), () => socket!.resetAndDestroy());
    }),
    want: { unknown: "reset" },
  },
  "cut short, closed too early": {
    does: cut(({ socket, write }) => void socket!.end(framed(write({ answers: [a()] })).subarray(0, 20))),
    want: { unknown: "reset" },
  },
  "cut short, closed without a word": { does: cut(({ socket }) => void socket!.end()), want: { unknown: "reset" } },
  "cut short, length 0": {
    does: cut(({ socket }) => void socket!.write(Buffer.from([0, 0]))),
    want: { unknown: "reset" },
  },
  "cut short, drip": {
    does: cut(({ socket, write }) => {
      const bytes = framed(write({ answers: [a()] }));
      let at = 0;
      const timer = setInterval(() => void socket!.write(bytes.subarray(at, ++at)), 60);
      socket!.once("close", () => clearInterval(timer));
    }),
    want: { unknown: "timeout" },
  },
  "cut short over TCP too": { does: ({ send }) => send({ tc: true, answers: [a()] }), want: malformed },
  "cut short, reset once": {
    does: cut((came) => (came.nthOver === 1 ? void came.socket!.resetAndDestroy() : good(came))),
    want: right,
  },
  "cut short, wrong id over TCP": {
    does: cut(({ send, query }) => send({ id: query.id ^ 1 })),
    want: { unknown: "timeout" },
  },

  // EDNS.
  "FORMERR to EDNS": {
    does: (came) => (came.query.edns ? came.send({ rcode: 1 }) : good(came)),
    want: { value: [ip], notes: /without EDNS/ },
  },
  "FORMERR to EDNS, as a header alone": {
    does: (came) => (came.query.edns ? came.send(came.write({ rcode: 1, questions: [] }).subarray(0, 12)) : good(came)),
    want: { value: [ip], notes: /without EDNS/ },
  },
  "NOTIMP to EDNS": { does: (came) => (came.query.edns ? came.send({ rcode: 4 }) : good(came)), want: right },
  "BADVERS to EDNS": {
    does: (came) => (came.query.edns ? came.send({ rcode: 16, edns: edns() }) : good(came)),
    want: right,
  },
  "silence to EDNS": { does: (came) => void (came.query.edns || good(came)), want: { value: [ip], notes: /EDNS/ } },
  "two OPT records": {
    does: ({ send }) => send({ answers: [a()], additionals: [opt(), opt()] }),
    want: right,
  },

  // Response codes.
  SERVFAIL: {
    does: rcode(2),
    want: { ...servfail, message: /^SERVFAIL from 127\.0\.0\.1:\d+ for example\.com A$/ } as Want,
  },
  "SERVFAIL with an extended error": {
    does: rcode(2, { edns: edns([{ code: 6, text: "no valid signature" }]) }),
    want: { unknown: "servfail", message: /DNSSEC bogus: no valid signature/ },
  },
  "SERVFAIL, then an answer": {
    does: (came) => (came.nth === 1 ? came.send({ rcode: 2 }) : good(came)),
    want: { value: [ip], notes: /SERVFAIL/ },
  },
  "SERVFAIL, fine with checking disabled": {
    does: (came) => (came.query.cd ? good(came) : came.send({ rcode: 2 })),
    how: { cd: true },
    want: right,
  },
  REFUSED: { does: rcode(5), want: servfail },
  "REFUSED by one resolver, answered by the other": {
    does: rcode(5),
    second: good,
    want: { value: [ip], notes: /REFUSED from/ },
  },
  "SERVFAIL by one resolver, answered by the other": { does: rcode(2), second: good, want: right },
  "one resolver silent, answered by the other": { does: silent, second: good, want: right },
  "cut short without TCP, answered by the other": { does: cut(silent), tcp: false, second: good, want: right },
  "SERVFAIL by one resolver, silence of the other": { does: rcode(2), second: silent, want: servfail },
  FORMERR: { does: rcode(1), want: servfail },
  NOTIMP: { does: rcode(4), want: servfail },
  NOTAUTH: { does: rcode(9), want: servfail },
  YXDOMAIN: { does: rcode(6), want: servfail },
  "an unknown code": { does: rcode(11), want: servfail },
  BADCOOKIE: { does: rcode(23, { edns: edns() }), want: servfail },
  "SERVFAIL with records": { does: rcode(2, { answers: [a()] }), want: servfail },
  "SERVFAIL, cut short": { does: rcode(2, { tc: true }), want: servfail },

  // Absence.
  NXDOMAIN: { does: rcode(3, { authorities: [soa("com")] }), want: { absent: "NXDOMAIN" } },
  "NXDOMAIN without SOA": { does: rcode(3), want: { absent: "NXDOMAIN" } },
  "NXDOMAIN with a record of that name": { does: rcode(3, { answers: [a()] }), want: malformed },
  "NXDOMAIN behind an alias": {
    does: rcode(3, { answers: [rr(name, "CNAME", "gone.example.net")] }),
    want: { absent: "NXDOMAIN", aliases: ["gone.example.net"] },
  },
  "NXDOMAIN, blocked": {
    does: rcode(3, { edns: edns([{ code: 15, text: "malware" }]) }),
    want: { unknown: "blocked", message: /blocked: malware/ },
  },
  "NODATA, filtered": { does: rcode(0, { edns: edns([{ code: 17, text: "" }]) }), want: { unknown: "blocked" } },
  "a forged address, censored": {
    does: rcode(0, { answers: [a(name, "0.0.0.0")], edns: edns([{ code: 16, text: "" }]) }),
    want: { unknown: "blocked" },
  },
  "NXDOMAIN, stale": {
    does: rcode(3, { edns: edns([{ code: 19, text: "" }]) }),
    want: { absent: "NXDOMAIN", notes: /stale/ },
  },
  "an answer, stale": {
    does: rcode(0, { answers: [a()], edns: edns([{ code: 3, text: "" }]) }),
    want: { value: [ip], notes: /stale/ },
  },
  NODATA: { does: rcode(0, { authorities: [soa()] }), want: { absent: "NODATA" } },
  "NODATA without SOA, from a resolver": { does: rcode(0), want: { absent: "NODATA" } },
  "NODATA with AA, from an authority": {
    does: rcode(0, { aa: true, authorities: [soa()] }),
    how: "authority",
    want: { absent: "NODATA" },
  },
  "NODATA without AA and SOA, from an authority": {
    does: rcode(0),
    how: "authority",
    want: { unknown: "servfail", because: /^lame / },
  },
  "a resolver that refers to the root": {
    does: rcode(0, { authorities: [rr(".", "NS", "a.root-servers.net")] }),
    want: { unknown: "servfail", because: /^lame / },
  },
  "an authority that refers upward": {
    does: rcode(0, { authorities: [rr(".", "NS", "a.root-servers.net")] }),
    how: "authority",
    want: { unknown: "servfail", because: /^lame / },
  },
  "an authority that refers downward": {
    does: rcode(0, { authorities: [rr(name, "NS", "ns1.example.net")] }),
    how: "authority",
    want: { unknown: "servfail", because: /^lame / },
  },
  "a parent that is asked for the delegation": {
    does: rcode(0, { authorities: [rr(name, "NS", "ns1.example.net")] }),
    how: "authority",
    type: "NS",
    want: { value: ["ns1.example.net"], notes: /referral/ },
  },
  "a silent authority": { does: silent, how: "authority", want: { unknown: "timeout", because: /^server 127/ } },

  // Aliases.
  "an alias with its target": {
    does: rcode(0, { answers: [a("www.example.net"), rr(name, "CNAME", "www.example.net")] }),
    want: { value: [ip], aliases: ["www.example.net"] },
  },
  "an alias whose target is to be asked for": {
    does: ({ query, send }) =>
      query.questions[0]!.name === name
        ? send({ answers: [rr(name, "CNAME", "www.example.net")], ad: true })
        : send({ answers: [a("www.example.net")] }),
    want: { value: [ip], aliases: ["www.example.net"], ad: false },
  },
  "an alias whose target has no such type": {
    does: rcode(0, { answers: [rr(name, "CNAME", "www.example.net")], authorities: [soa("example.net")] }),
    want: { absent: "NODATA", aliases: ["www.example.net"] },
  },
  "an alias whose target fails": {
    does: ({ query, send }) =>
      query.questions[0]!.name === name
        ? send({ answers: [rr(name, "CNAME", "www.example.net")] })
        : send({ rcode: 2 }),
    want: { unknown: "servfail", because: /^dns www\.example\.net$/ },
  },
  "aliases in a circle": {
    does: rcode(0, { answers: [rr(name, "CNAME", "b.example"), rr("b.example", "CNAME", name)] }),
    want: { value: [], loop: true, aliases: ["b.example"] },
  },
  "an alias of itself": {
    does: rcode(0, { answers: [rr(name, "CNAME", name)] }),
    want: { value: [], loop: true, aliases: [] },
  },
  "aliases in a circle over several answers": {
    does: ({ query, send }) => {
      const { name: at } = query.questions[0]!;
      send({ answers: [rr(at, "CNAME", at === name ? "b.example" : name)] });
    },
    want: { value: [], loop: true, aliases: ["b.example"] },
  },
  "eight aliases": {
    does: rcode(0, { answers: [...chain(8), a("c8.example")] }),
    want: { value: [ip], aliases: chain(8).map(({ data }) => data as string) },
  },
  "nine aliases": { does: rcode(0, { answers: [...chain(9), a("c9.example")] }), want: { unknown: "limit" } },
  "aliases without an end": {
    does: ({ query, send }) => {
      const { name: at } = query.questions[0]!;
      send({ answers: [rr(at, "CNAME", `x.${at}`)] });
    },
    want: { unknown: "limit" },
  },

  // Records that are not what was asked for.
  "records of another name only": { does: rcode(0, { answers: [a("other.example")] }), want: malformed },
  "records of another class only": { does: rcode(0, { answers: [{ ...a(), class: 3 }] }), want: malformed },
  "records of another type only": { does: rcode(0, { answers: [rr(name, "TXT", ["x"])] }), want: malformed },
  "records of another name beside": { does: rcode(0, { answers: [a("other.example"), a()] }), want: right },
  "mixed case": { does: rcode(0, { answers: [a("EXAMPLE.com")] }), want: right },
  "a record that is there twice": { does: rcode(0, { answers: [a(), a()] }), want: right },
  "trailing octets": { does: patched((bytes) => Buffer.concat([bytes, Buffer.from("garbage")])), want: right },
  "a dot in a label": {
    does: rcode(0, { answers: [rr(name, "CNAME", "a\\.b.example"), a("a\\.b.example")] }),
    want: { value: [ip], aliases: ["a\\.b.example"] },
  },
  "NUL and 8-bit octets in a label": {
    does: rcode(0, { answers: [rr(name, "CNAME", "a\\000\\255.example"), a("a\\000\\255.example")] }),
    want: { value: [ip], aliases: ["a\\000\\255.example"] },
  },
  "text of 64 KB": {
    does: cut(({ send }) => send({ answers: [rr(name, "TXT", Array<string>(250).fill("x".repeat(255)))] })),
    type: "TXT",
    want: { value: [Array<string>(250).fill("x".repeat(255))], notes: /over TCP/ },
  },
  "2,000 records": {
    does: cut(({ send }) =>
      send({ answers: Array.from({ length: 2_000 }, (_, at) => a(name, `10.0.${at >> 8}.${at & 255}`)) }),
    ),
    want: { value: Array.from({ length: 1_000 }, (_, at) => `10.0.${at >> 8}.${at & 255}`), notes: /first 1000/ },
  },

  // Messages that cannot be read, over TCP, where nobody forges.
  "a record as it is to be, made like those below": { does: raw(1, Buffer.from([192, 0, 2, 1])), want: right },
  "a pointer to itself": { does: raw(1, Buffer.from([192, 0, 2, 1]), { owner: pointer(29) }), want: malformed },
  "a pointer forward": { does: raw(1, Buffer.from([192, 0, 2, 1]), { owner: pointer(40) }), want: malformed },
  "pointers in a circle": { does: raw(5, Buffer.concat([Buffer.from([1, 97]), pointer(52)])), want: malformed },
  "a pointer past the end": { does: raw(5, pointer(9_000)), want: malformed },
  "a label of type 0x40": {
    does: raw(1, Buffer.from([192, 0, 2, 1]), { owner: Buffer.from([0x41, 0]) }),
    want: malformed,
  },
  "a label of type 0x80": {
    does: raw(1, Buffer.from([192, 0, 2, 1]), { owner: Buffer.from([0x81, 0]) }),
    want: malformed,
  },
  "a name of 300 octets": {
    does: raw(5, Buffer.concat([...Array.from({ length: 5 }, () => Buffer.alloc(60, 59)), Buffer.from([0])])),
    want: malformed,
  },
  "data past the end": { does: raw(1, Buffer.from([192, 0, 2, 1]), { length: 400 }), want: malformed },
  "an address of three octets": { does: raw(1, Buffer.from([192, 0, 2])), want: malformed },
  "an address of five octets": { does: raw(1, Buffer.from([192, 0, 2, 1, 1])), want: malformed },
  "more records announced than there are": {
    does: raw(1, Buffer.from([192, 0, 2, 1]), { count: 2 }),
    want: malformed,
  },
  "a string past its record": { does: raw(16, Buffer.from([9, 97])), type: "TXT", want: malformed },
  "text without a string": { does: raw(16, Buffer.alloc(0)), type: "TXT", want: malformed },
  "mail exchange without a name": { does: raw(15, Buffer.from([0, 10])), type: "MX", want: malformed },
};

function chain(length: number): WireRecord[] {
  return Array.from({ length }, (_, at) => rr(at === 0 ? name : `c${at}.example`, "CNAME", `c${at + 1}.example`));
}

/** An OPT record as an ordinary one. */
function opt(): WireRecord {
  return { name: ".", type: `TYPE${optType}`, class: 1232, ttl: 0, data: "" };
}

describe.concurrent("faults of a server", () => {
  for (const [title, { does, second: other, how, type = "A", tcp, want }] of Object.entries(faults)) {
    it.concurrent(title, async ({ expect }) => {
      const first = await scripted(does, { tcp: tcp ?? true });
      const second = other && (await scripted(other));
      const client = hurried(second ? [first, second] : [first]);
      const options = how === "authority" ? { server: `${first.ip}:${first.port}` } : how;
      const outcome = await client.dns(name, type, options).catch((error: NetError) => error);
      client.close();
      await Promise.all([first.close(), second?.close()]);
      if (outcome instanceof Error) {
        expect({ unknown: outcome.code, said: outcome.message }).toEqual({
          unknown: "unknown" in want ? want.unknown : `nothing: it is ${JSON.stringify(want)}`,
          said: outcome.message,
        });
        if ("unknown" in want) {
          if (want.because) expect(outcome.because?.id).toMatch(want.because);
          if (want.message) expect(outcome.message).toMatch(want.message);
          expect(outcome.because?.text).toBeTruthy();
        }
      } else expect(seen(outcome, want)).toEqual(want);
    });
  }

  it("are fifty at least", () => {
    expect(Object.keys(faults).length).toBeGreaterThanOrEqual(50);
  });
});

/** The answer in the words of what is wanted, as far as that says anything. */
function seen(answer: Answer, want: Want): object {
  const notes = answer.notes?.join("; ") ?? "";
  const { rcode, records, aliases, loop, ad } = answer;
  const nothing = records.length === 0 && !loop;
  return {
    ...(nothing
      ? { absent: rcode === "NXDOMAIN" ? rcode : "NODATA" }
      : { value: records.map(({ data }) => data as string) }),
    ...(loop && { loop }),
    ...("aliases" in want ? { aliases } : aliases.length > 0 && { aliases }),
    ...("ad" in want && { ad }),
    ...("notes" in want && { notes: want.notes!.test(notes) ? want.notes : notes }),
  };
}
