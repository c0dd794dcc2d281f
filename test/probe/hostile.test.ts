import { describe, expect, it } from "vitest";
import type { Wish } from "../../src/probe/wish.js";
import type { Talk } from "../net/scripted.js";
import { against, credentials, serve } from "./server.js";

const hello = "250-mx1.example.com\r\n250 STARTTLS\r\n";
const to = ["ada@example.com"];
const auth = { user: "ada", secret: "correct horse" };

async function drip(talk: Talk, text: string): Promise<void> {
  for (const char of text) {
    talk.say(char);
    await talk.pause();
  }
}

/** Up to the answer to STARTTLS. */
async function started(talk: Talk, ready = "220 go ahead\r\n"): Promise<void> {
  talk.say("220 mx1.example.com ESMTP\r\n");
  await talk.answer(hello, ready);
}

describe("a server that means no good ends the probe, and says nothing for certain", () => {
  it.each<[string, (talk: Talk) => void | Promise<void>, Partial<Wish>, object]>([
    [
      "a banner of lines without end",
      (talk) => talk.say("220-more\r\n".repeat(200)),
      {},
      { step: "greeting", cause: "limit", exit: 3 },
    ],
    [
      "a line without end",
      (talk) => talk.say(`220 ${"x".repeat(5_000)}`),
      {},
      { step: "greeting", cause: "limit", exit: 3 },
    ],
    [
      "a long EHLO",
      async (talk) => {
        talk.say("220 mx1\r\n");
        await talk.answer(`250-${"x".repeat(1_500)}\r\n`.repeat(99));
      },
      {},
      { step: "ehlo", cause: "limit", exit: 3 },
    ],
    [
      "more than all of it may be",
      async (talk) => {
        talk.say("220 mx1\r\n");
        await talk.answer("x".repeat(300_000));
      },
      {},
      { step: "ehlo", cause: "limit", exit: 3 },
    ],
    ["silence", () => {}, {}, { step: "greeting", cause: "quiet", exit: 3 }],
    [
      "a byte at a time",
      (talk) => drip(talk, `220 ${"slow ".repeat(200)}`),
      {},
      { step: "greeting", cause: "quiet", exit: 3 },
    ],
    ["an end before the greeting", (talk) => talk.end(), {}, { step: "greeting", cause: "closed", exit: 3 }],
    ["a reset", (talk) => talk.reset(), {}, { outcome: "unknown", cause: "closed", exit: 3 }],
    [
      "an end in the middle of a reply",
      async (talk) => {
        talk.say("220 mx1\r\n");
        await talk.answer("250-mx1\r\n25");
        talk.end();
      },
      {},
      { step: "ehlo", cause: "closed", exit: 3 },
    ],
    [
      "421 in the middle",
      async (talk) => {
        talk.say("220 mx1\r\n");
        await talk.answer("421 4.3.2 going down\r\n");
        talk.end();
      },
      { to },
      { outcome: "deferred", status: "4.3.2", exit: 3 },
    ],
    ["silence in place of TLS", (talk) => started(talk), {}, { step: "tls", exit: 3 }],
    [
      "an end in place of TLS",
      async (talk) => {
        await started(talk);
        talk.end();
      },
      {},
      { step: "tls", outcome: "unknown", exit: 3 },
    ],
    [
      "challenges without end",
      async (talk) => {
        talk.say("220 mx1\r\n");
        await talk.answer("250-mx1\r\n250 AUTH LOGIN\r\n", ...Array.from({ length: 20 }, () => "334 \r\n"));
      },
      { auth },
      { step: "auth", cause: "mechanism", exit: 1 },
    ],
  ])("%s", async (_, play, wish, wanted) => {
    const { found } = await against(play, { total: 600, ...wish });
    expect(found).toMatchObject(wanted);
    expect(found.took).toBeLessThan(5_000);
  });
});

describe("what answers in another tongue", () => {
  it.each<[string, (talk: Talk) => void | Promise<void>, Partial<Wish>, object]>([
    [
      "HTTP",
      (talk) => talk.say("HTTP/1.1 400 Bad Request\r\n\r\n"),
      {},
      { step: "greeting", cause: "nonsense", exit: 1 },
    ],
    ["SSH", (talk) => talk.say("SSH-2.0-OpenSSH_9.2\r\n"), {}, { step: "greeting", cause: "nonsense" }],
    ["octets", (talk) => talk.say("\x00\xff\x1b[31m\x80\r\n"), {}, { step: "greeting", cause: "nonsense" }],
    [
      "text in place of TLS",
      async (talk) => {
        await started(talk);
        await talk.something();
        talk.say("500 5.5.1 what is that?\r\n");
      },
      {},
      { step: "tls", cause: "handshake", exit: 1 },
    ],
    [
      "SMTP where TLS should be",
      (talk) => talk.say("220 mx1.example.com ESMTP\r\n"),
      { tls: "implicit" },
      { step: "tls", exit: 1 },
    ],
    [
      "421 in place of TLS",
      (talk) => talk.say("421 4.7.0 too many connections from your address\r\n"),
      { tls: "implicit" },
      { step: "tls", outcome: "deferred", cause: "ratelimited" },
    ],
    [
      "an alert",
      async (talk) => {
        await started(talk);
        await talk.something();
        talk.say("\x15\x03\x03\x00\x02\x02\x28");
      },
      {},
      { step: "tls", cause: "handshake", exit: 1 },
    ],
    [
      "354 to RCPT",
      (talk) => serve(talk, { RCPT: "354 go on\r\n" }),
      { to },
      { step: "rcpt", outcome: "refused", cause: "nonsense" },
    ],
  ])("%s", async (_, play, wish, wanted) => {
    const { found } = await against(play, { total: 600, ...wish });
    expect(found).toMatchObject(wanted);
  });
});

it("drops plain text that comes before TLS, and says so", async () => {
  const { found, said } = await against(async (talk) => {
    await started(talk, "220 go ahead\r\n250-evil\r\n250 AUTH PLAIN\r\n");
    await talk.secure(credentials);
    await talk.answer("250-mx1.example.com\r\n250 8BITMIME\r\n", "221 bye\r\n");
  });
  expect(found).toMatchObject({ outcome: "accepted", early: expect.stringContaining("evil") as string });
  expect(found.capabilities).toEqual({ "8BITMIME": "" });
  expect(said.join("\n")).toMatch(/plain text after the answer to STARTTLS was dropped/);
});

it("is not told by what comes unasked", async () => {
  const { found } = await against(
    async (talk) => {
      talk.say("220 mx1\r\n");
      await talk.answer("250 mx1\r\n250 2.1.0 early\r\n250 2.1.5 early\r\n");
      await talk.pause();
      await talk.answer("550 5.1.8 no\r\n", "221 bye\r\n");
    },
    { to, pipelining: false },
  );
  expect(found).toMatchObject({ step: "mail", outcome: "refused" });
});

it("stops when it is told to", async () => {
  const { found } = await against(() => {}, { total: 60_000 }, { signal: AbortSignal.timeout(100) });
  expect(found).toMatchObject({ outcome: "unknown", cause: "stopped", exit: 130 });
});
