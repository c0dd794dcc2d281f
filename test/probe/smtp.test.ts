import { describe, expect, it } from "vitest";
import type { Wish } from "../../src/probe/wish.js";
import { against, serve } from "./server.js";

const tls = { EHLO: "250-mx1.example.com\r\n250-SIZE 1000000\r\n250 STARTTLS\r\n" };
const to = ["ada@example.com"];
const message = Buffer.from("Subject: a test\r\n\r\n.\r\n");

describe("how it ends", () => {
  it.each<[string, Record<string, string>, Partial<Wish>, object]>([
    ["after TLS", tls, {}, { outcome: "accepted", step: "tls", exit: 0, distrust: [] }],
    ["without TLS", {}, {}, { outcome: "accepted", step: "ehlo", exit: 0 }],
    ["TLS that must be", {}, { tls: "starttls" }, { outcome: "refused", step: "tls", exit: 1, cause: "no-tls" }],
    [
      "TLS that is put off",
      { ...tls, STARTTLS: "454 4.7.0 later\r\n" },
      {},
      { outcome: "deferred", step: "tls", exit: 3 },
    ],
    ["a recipient", {}, { to }, { outcome: "accepted", step: "rcpt", exit: 0 }],
    [
      "one that is greylisted",
      { RCPT: "450 4.2.0 Greylisted, see https://postgrey.example/\r\n" },
      { to },
      { outcome: "deferred", step: "rcpt", exit: 3, cause: "greylisted", status: "4.2.0" },
    ],
    [
      "one that is unknown",
      { RCPT: "550 5.1.1 no such user\r\n" },
      { to },
      { outcome: "refused", step: "rcpt", exit: 1, cause: "userunknown", advice: { who: "your list" } },
    ],
    ["relaying", { RCPT: "554 5.7.1 Relay access denied\r\n" }, { to }, { outcome: "refused", cause: "norelaying" }],
    [
      "a sender",
      { MAIL: "550 5.1.8 no such domain\r\n" },
      { to },
      { outcome: "refused", step: "mail", cause: "rejected" },
    ],
    ["a greeting", { greeting: "554 5.7.1 no\r\n" }, {}, { outcome: "refused", step: "greeting", exit: 1 }],
    ["a busy server", { greeting: "421 4.7.0 busy\r\n" }, {}, { outcome: "deferred", step: "greeting", exit: 3 }],
    ["no EHLO", { EHLO: "502 what?\r\n" }, {}, { outcome: "accepted", step: "ehlo", capabilities: {} }],
    ["a message", {}, { to, message }, { outcome: "accepted", step: "data", exit: 0 }],
    [
      "one that is refused",
      { ".": "552 5.3.4 too big\r\n" },
      { to, message },
      { step: "data", cause: "emailtoolarge", exit: 1 },
    ],
    [
      "one that is put off",
      { ".": "451 4.3.0 later\r\n" },
      { to, message },
      { step: "data", outcome: "deferred", exit: 3 },
    ],
    ["none, where it stops before", {}, { to, message, quitAfter: "rcpt" }, { step: "rcpt", outcome: "accepted" }],
    [
      "a name that is not ASCII",
      {},
      { to: ["añb@example.com"] },
      { outcome: "refused", cause: "no-utf8", step: "mail" },
    ],
    ["a trusted certificate", tls, { verify: true }, { outcome: "accepted" }],
    [
      "one for another name",
      tls,
      { verify: true, sni: "mx2.example.com" },
      { outcome: "refused", cause: "untrusted", step: "tls" },
    ],
    ["no XCLIENT", {}, { xclient: ["ADDR=192.0.2.1"] }, { outcome: "refused", cause: "no-xclient", step: "xclient" }],
  ])("%s", async (_, replies, wish, wanted) => {
    const { found } = await against((talk) => serve(talk, replies), wish);
    expect(found).toMatchObject(wanted);
  });

  it("counts refused for good before refused for now, and sends to those that are left", async () => {
    const replies = { "RCPT TO:<a@example.com>": "450 4.2.1 later\r\n", "RCPT TO:<b@example.com>": "550 5.1.1 no\r\n" };
    const wish = { to: ["a@example.com", "b@example.com", "c@example.com"] };
    expect((await against((talk) => serve(talk, replies), wish)).found).toMatchObject({
      outcome: "refused",
      status: "5.1.1",
    });
    const sent = await against((talk) => serve(talk, replies), { ...wish, message });
    expect(sent.found).toMatchObject({ outcome: "refused", step: "rcpt", exit: 1 });
    expect(sent.heard).toContain("DATA");
  });
});

describe("what is said", () => {
  it.each<[string, Record<string, string>, Partial<Wish>, string[]]>([
    ["nothing more than is asked for", {}, {}, ["EHLO probe.example.net", "QUIT"]],
    [
      "a sender of its own making",
      {},
      { to },
      ["EHLO probe.example.net", "MAIL FROM:<probe@probe.example.net>", "RCPT TO:<ada@example.com>", "RSET", "QUIT"],
    ],
    ["EHLO again behind TLS", tls, {}, ["EHLO probe.example.net", "STARTTLS", "EHLO probe.example.net", "QUIT"]],
    ["nothing in TLS where there must be none", tls, { tls: "none" }, ["EHLO probe.example.net", "QUIT"]],
    ["up to the sender", {}, { quitAfter: "mail", from: "" }, ["EHLO probe.example.net", "MAIL FROM:<>", "QUIT"]],
    [
      "the size of a message, and its dots doubled",
      { EHLO: "250-mx1\r\n250 SIZE 0\r\n" },
      { to, message, from: "bo@example.net" },
      [
        "EHLO probe.example.net",
        "MAIL FROM:<bo@example.net> SIZE=22",
        "RCPT TO:<ada@example.com>",
        "DATA",
        "Subject: a test",
        "",
        "..",
        ".",
        "QUIT",
      ],
    ],
    [
      "what XCLIENT asks, and EHLO again",
      { EHLO: "250-mx1\r\n250 XCLIENT NAME ADDR\r\n", XCLIENT: "220 again\r\n" },
      { xclient: ["ADDR=192.0.2.1"] },
      ["EHLO probe.example.net", "XCLIENT ADDR=192.0.2.1", "EHLO probe.example.net", "QUIT"],
    ],
    ["LHLO to LMTP", { LHLO: "250 mx1\r\n" }, { protocol: "lmtp" }, ["LHLO probe.example.net", "QUIT"]],
  ])("%s", async (_, replies, wish, wanted) => {
    const { heard } = await against((talk) => serve(talk, replies), wish);
    expect(heard.filter((line) => line !== "\u0016")).toEqual(wanted);
  });

  it("goes along where the server takes it (RFC 2920), and one by one where that is not wished", async () => {
    const play = (talk: Parameters<typeof serve>[0]): Promise<void> =>
      serve(talk, { EHLO: "250-mx1\r\n250 PIPELINING\r\n" });
    const order = ({ said }: Awaited<ReturnType<typeof against>>): string[] =>
      said.filter((line) => /MAIL|RCPT|250 ok/.test(line)).map((line) => line.slice(0, 3));
    const together = await against(play, { to });
    expect(order(together)).toEqual(["> M", "> R", "< 2", "< 2", "< 2"]);
    const apart = await against(play, { to, pipelining: false });
    expect(order(apart)).toEqual(["> M", "< 2", "> R", "< 2", "< 2"]);
  });

  it("keeps to the answer to MAIL, whatever becomes of what was said along", async () => {
    const { found } = await against(
      async (talk) => {
        talk.say("220 mx1\r\n");
        await talk.answer("250-mx1\r\n250 PIPELINING\r\n", "550 5.1.8 no such domain\r\n");
        talk.end();
      },
      { to },
    );
    expect(found).toMatchObject({ outcome: "refused", step: "mail", cause: "rejected", exit: 1 });
  });

  it("gives each recipient of LMTP its answer (RFC 2033 §4.2)", async () => {
    const { found } = await against(
      async (talk) => {
        talk.say("220 mx1 LMTP\r\n");
        await talk.answer("250 mx1\r\n", "250 ok\r\n", "250 ok\r\n", "250 ok\r\n", "354 go on\r\n");
        while ((await talk.hear()) !== ".");
        talk.say("250 2.0.0 taken\r\n452 4.2.2 full\r\n");
        await talk.answer("221 bye\r\n");
      },
      { protocol: "lmtp", to: ["a@example.com", "b@example.com"], message },
    );
    expect(found).toMatchObject({ outcome: "deferred", step: "data", status: "4.2.2", cause: "mailboxfull" });
    expect(found.recipients!.map(({ reply }) => reply.code)).toEqual([250, 452]);
  });
});
