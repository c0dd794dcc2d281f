import { createTransport } from "nodemailer";
import { describe, expect, it, onTestFinished } from "vitest";
import { bounds } from "../../src/bounds.js";
import { openSink, type Received, type Sink, type SinkOptions } from "../../src/sink/sink.js";
import { leaf } from "../net/authority.js";
import { client } from "./client.js";

async function opened(options: Partial<SinkOptions> = {}): Promise<Sink & { remarks: string[] }> {
  const remarks: string[] = [];
  const sink = await openSink({
    address: "127.0.0.1",
    port: 0,
    name: "sink.invalid",
    certificate: () => leaf,
    remark: (text) => remarks.push(text),
    ...options,
  });
  onTestFinished(() => sink.close());
  return Object.assign(sink, { remarks });
}

/** All that came, once no more is wanted. */
async function come(sink: Sink): Promise<Received[]> {
  sink.end();
  const found: Received[] = [];
  for await (const one of sink.mail()) found.push(one);
  return found;
}

const begun = "EHLO c.example\r\nMAIL FROM:<a@example.com>\r\nRCPT TO:<b@example.net>\r\nDATA\r\n";

/** A session that has come to its data. */
async function ready(sink: Sink) {
  const talk = await client(sink.port);
  talk.put(begun);
  for (let replies = 0; replies < 5; replies++) await talk.reply();
  return talk;
}

describe("a real client", () => {
  const letter = { from: "ann@example.com", to: "bob@example.net", subject: "Hi", text: "one\n.\n..\n.two\n" };

  it.each([
    ["by TLS", {}, true],
    ["in clear text", { ignoreTLS: true }, false],
  ])("delivers %s, with dots that begin lines", async (_, how, tls) => {
    const sink = await opened();
    const transport = createTransport({
      host: "127.0.0.1",
      port: sink.port,
      name: "out.example.com",
      tls: { rejectUnauthorized: false },
      ...how,
    });
    const { response } = await transport.sendMail(letter);
    expect(response).toBe("250 2.0.0 message-1.eml is judged here, and goes nowhere");
    const [found] = await come(sink);
    expect(found).toMatchObject({ ip: "127.0.0.1", helo: "out.example.com", tls, mailFrom: "ann@example.com" });
    expect(found!.octets).toMatch(/\r\n\r\none\r\n\.\r\n\.\.\r\n\.two\r\n$/);
  });

  it("delivers several in one session", async () => {
    const sink = await opened();
    const transport = createTransport({
      host: "127.0.0.1",
      port: sink.port,
      pool: true,
      maxConnections: 1,
      tls: { rejectUnauthorized: false },
    });
    await transport.sendMail(letter);
    await transport.sendMail({ ...letter, subject: "Again" });
    transport.close();
    const found = await come(sink);
    expect(found.map(({ name }) => name)).toEqual(["message-1.eml", "message-2.eml"]);
    expect(found[1]!.octets).toContain("Subject: Again\r\n");
  });

  it("is told that a message is too large, by the size it names and by the size it has", async () => {
    const sink = await opened();
    const talk = await ready(sink);
    talk.put("x".repeat(bounds.message.size + 1));
    expect(await talk.say("\r\n.\r\n")).toMatch(/^552 5\.3\.4 /);
    expect(await talk.say(`MAIL FROM:<a@example.com> SIZE=${bounds.message.size + 1}\r\n`)).toMatch(/^552 5\.3\.4 /);
    expect(await talk.say("MAIL FROM:<a@example.com> SIZE=1000 BODY=8BITMIME\r\n")).toMatch(/^250 /);
    expect(sink.remarks).toHaveLength(2);
    expect(await come(sink)).toEqual([]);
  });
});

describe("a message", () => {
  const cases: [string, string[], string][] = [
    ["may be empty", [".\r\n"], ""],
    ["comes with its dots taken out", ["..\r\n...a\r\n.b\r\n.\r\n"], ".\r\n..a\r\nb\r\n"],
    ["is not ended by a dot between bare LF", ["a\n.\nb\n.\r\n\r\n.\r\n"], "a\n.\nb\n.\r\n\r\n"],
    ["is not ended by a dot before a bare LF", ["a\r\n.\nMAIL\r\n.\r\n"], "a\r\n\nMAIL\r\n"],
    ["is not ended by a dot after a bare CR", ["a\r.\r\nb\r\n.\r\n"], "a\r.\r\nb\r\n"],
    ["is not ended by a dot before a bare CR", ["a\r\n.\rb\r\n.\r\n"], "a\r\n\rb\r\n"],
    ["may come octet by octet", "a\r\n..b\r\n.\r\n".split(""), "a\r\n.b\r\n"],
  ];
  it.each(cases)("%s", async (_, pieces, octets) => {
    const sink = await opened();
    const talk = await ready(sink);
    for (const piece of pieces) talk.put(piece);
    expect(await talk.reply()).toMatch(/^250 2\.0\.0 message-1\.eml/);
    expect((await come(sink)).map((one) => one.octets)).toEqual([octets]);
  });

  it("may come with all its commands, and the next behind it", async () => {
    const sink = await opened();
    const talk = await client(sink.port);
    const second = begun.replace("EHLO c.example\r\n", "").replace("a@example.com", "");
    talk.put(`${begun}one\r\n.\r\n${second}two\r\n.\r\nQUIT\r\n`);
    expect(await talk.end()).toMatch(/221 2\.0\.0 bye\r\n$/);
    expect((await come(sink)).map(({ mailFrom, octets }) => [mailFrom, octets])).toEqual([
      ["a@example.com", "one\r\n"],
      ["", "two\r\n"],
    ]);
  });
});

describe("a client that is wrong", () => {
  it.each([
    ["MAIL FROM:<a@example.com>", "503 5.5.1"],
    ["EHLO", "501 5.5.4"],
    ["EHLO a\u001b[2J", "501 5.5.4"],
    ["AUTH PLAIN AGEAYg==", "502 5.5.1"],
    ["DATA", "503 5.5.1"],
    ["VRFY bob", "252 2.1.5"],
    ["HELP", "214 2.0.0"],
    ["", "502 5.5.1"],
    ["STARTTLS now", "501 5.5.4"],
  ])("is told so at once: %s", async (line, code) => {
    const talk = await client((await opened()).port);
    await talk.reply();
    expect(await talk.say(`${line}\r\n`)).toContain(code);
    expect(await talk.say("NOOP\r\n")).toMatch(/^250 /);
  });

  it.each([
    ["MAIL FROM:a@example.com", "501 5.1.7"],
    ["MAIL FROM:<a>", "501 5.1.7"],
    ["MAIL FROM:<a@example.com> AUTH=<>", "555 5.5.4"],
    ["MAIL FROM:<a@example.com> SIZE=many", "555 5.5.4"],
    ["MAIL TO:<a@example.com>", "501 5.1.7"],
    ["RCPT TO:<b@example.net>", "503 5.5.1"],
  ])("after EHLO: %s", async (line, code) => {
    const talk = await client((await opened()).port);
    await talk.reply();
    await talk.say("EHLO c.example\r\n");
    expect(await talk.say(`${line}\r\n`)).toContain(code);
  });

  it("ends lines with LF alone", async () => {
    const talk = await client((await opened()).port);
    await talk.reply();
    expect(await talk.say("EHLO c.example\n")).toContain("500 5.5.2 a line ends with CR and LF");
  });

  it("writes a line without end", async () => {
    const talk = await client((await opened()).port);
    talk.put("x".repeat(bounds.sink.line + 1));
    expect(await talk.end()).toContain("500 5.5.2 the line is too long");
  });

  it("goes on being wrong", async () => {
    const talk = await client((await opened()).port);
    talk.put("WHAT\r\n".repeat(bounds.sink.faults + 1));
    expect(await talk.end()).toContain("421 4.7.0 too many errors");
  });

  it("has too many recipients", async () => {
    const sink = await opened();
    const talk = await client(sink.port);
    const all = "RCPT TO:<b@example.net>\r\n".repeat(bounds.sink.recipients + 1);
    talk.put(`EHLO c.example\r\nMAIL FROM:<a@example.com>\r\n${all}DATA\r\nx\r\n.\r\nQUIT\r\n`);
    expect(await talk.end()).toContain("452 4.5.3 too many recipients");
    expect(await come(sink)).toMatchObject([{ recipients: bounds.sink.recipients }]);
  });

  it("writes in clear text behind STARTTLS, which is not obeyed", async () => {
    const sink = await opened();
    const talk = await client(sink.port);
    await talk.reply();
    await talk.say("EHLO c.example\r\n");
    talk.put(`STARTTLS\r\n${begun}x\r\n.\r\n`);
    expect(await talk.reply()).toMatch(/^220 2\.0\.0 /);
    talk.put("no TLS at all\r\n");
    await talk.end();
    expect(await come(sink)).toEqual([]);
  });

  it.each([
    ["before it says anything", ""],
    ["in the middle of a message", `${begun}Subject: x\r\n`],
    ["before TLS begins", "EHLO c.example\r\nSTARTTLS\r\n"],
  ])("hangs %s", async (_, said) => {
    const sink = await opened({ patience: { idle: 50, total: 5_000 } });
    const talk = await client(sink.port);
    talk.put(said);
    await talk.end();
    expect(sink.remarks).toEqual(["127.0.0.1 is sent away: not done after 0.05 s"]);
    expect(await come(sink)).toEqual([]);
  });

  it("is slow without an end", async () => {
    const sink = await opened({ patience: { idle: 5_000, total: 100 } });
    const talk = await client(sink.port);
    expect(await talk.end()).toContain("421 4.4.2 too slow");
  });

  it("leaves in the middle of a message", async () => {
    const sink = await opened();
    const talk = await ready(sink);
    talk.put("Subject: x\r\n");
    talk.leave();
    const other = await client(sink.port);
    await other.reply();
    await other.say("QUIT\r\n");
    expect(sink.remarks).toEqual(["127.0.0.1 left in the middle of a message"]);
    expect(await come(sink)).toEqual([]);
  });
});

describe("the sink", () => {
  it("takes so many clients at once", async () => {
    const sink = await opened();
    for (let at = 0; at < bounds.sink.clients; at++) await (await client(sink.port)).reply();
    expect(await (await client(sink.port)).end()).toContain("421 4.3.2 too many clients at once");
  });

  it("ends after so many messages, and says so", async () => {
    const sink = await opened({ count: 1 });
    const talk = await ready(sink);
    await talk.say("x\r\n.\r\n");
    expect(await talk.say("MAIL FROM:<a@example.com>\r\n")).toContain("421 4.3.2 the sink ends");
    const found: string[] = [];
    for await (const { name } of sink.mail()) found.push(name);
    expect(found).toEqual(["message-1.eml"]);
  });

  it("puts off what it has no memory for until others were judged", async () => {
    const sink = await opened();
    const large = "x".repeat(bounds.message.size - 2);
    const talk = await ready(sink);
    const send = async (): Promise<string> => {
      talk.put(large);
      return talk.say("\r\n.\r\n");
    };
    const again = async (): Promise<void> => {
      talk.put(begun.replace("EHLO c.example\r\n", ""));
      for (let replies = 0; replies < 3; replies++) await talk.reply();
    };
    const fitting = Math.floor(bounds.sink.held / bounds.message.size);
    for (let at = 0; at < fitting; at++) {
      expect(await send()).toMatch(/^250 /);
      await again();
    }
    expect(await send()).toContain("452 4.3.1");
    sink.judged("message-1.eml");
    await again();
    expect(await send()).toMatch(/^250 /);
  });

  it("rejects where it cannot listen", async () => {
    const { port } = await opened();
    await expect(opened({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
