import { describe, expect, it } from "vitest";
import type { Wish } from "../../src/probe/wish.js";
import type { Talk } from "../net/scripted.js";
import { against, credentials } from "./server.js";

/** Says the greeting, then answers line by line; TLS where an answer is `TLS`. */
const played =
  (greeting: string, ...answers: string[]) =>
  async (talk: Talk): Promise<void> => {
    talk.say(greeting);
    for (const answer of answers) {
      if (answer === "TLS") await talk.secure(credentials);
      else if (answer.startsWith("!")) talk.say(answer.slice(1));
      else await talk.answer(answer);
    }
  };
const sieve = '"IMPLEMENTATION" "Test 1"\r\n"SIEVE" "fileinto vacation"\r\n"STARTTLS"\r\nOK "ready"\r\n';

describe("a server of mailboxes", () => {
  it.each<[string, (talk: Talk) => Promise<void>, Partial<Wish>, object, string[]]>([
    [
      "IMAP",
      played(
        "* OK [CAPABILITY IMAP4rev1] ready\r\n",
        "* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED\r\na1 OK\r\n",
        "a2 OK begin\r\n",
        "TLS",
        "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\na1 OK\r\n",
        "* BYE\r\na3 OK\r\n",
      ),
      { protocol: "imap" },
      { outcome: "accepted", step: "tls", exit: 0, distrust: [], capabilities: { IMAP4REV1: "", "AUTH=PLAIN": "" } },
      ["a1 CAPABILITY", "a2 STARTTLS", "a1 CAPABILITY", "a3 LOGOUT"],
    ],
    [
      "POP3",
      played(
        "+OK ready\r\n",
        "+OK\r\nSTLS\r\nUIDL\r\n.\r\n",
        "+OK begin\r\n",
        "TLS",
        "+OK\r\nSASL PLAIN\r\n.\r\n",
        "+OK bye\r\n",
      ),
      { protocol: "pop3" },
      { outcome: "accepted", step: "tls", capabilities: { SASL: "PLAIN" } },
      ["CAPA", "STLS", "CAPA", "QUIT"],
    ],
    [
      "ManageSieve",
      played(
        sieve,
        'OK "begin"\r\n',
        "TLS",
        `!${sieve.replace('"STARTTLS"\r\n', '"SASL" "PLAIN"\r\n')}`,
        'OK "bye"\r\n',
      ),
      { protocol: "sieve" },
      { outcome: "accepted", step: "tls", capabilities: { IMPLEMENTATION: "Test 1", SASL: "PLAIN" } },
      ["STARTTLS", "LOGOUT"],
    ],
    [
      "IMAP without TLS",
      played("* PREAUTH ready\r\n", "* CAPABILITY IMAP4rev1\r\na1 OK\r\n", "* BYE\r\na3 OK\r\n"),
      { protocol: "imap" },
      { outcome: "accepted", step: "ehlo" },
      ["a1 CAPABILITY", "a3 LOGOUT"],
    ],
    [
      "POP3 that must have it",
      played("+OK ready\r\n", "-ERR what?\r\n", "+OK\r\n"),
      { protocol: "pop3", tls: "starttls" },
      { outcome: "refused", cause: "no-tls", exit: 1 },
      ["CAPA", "QUIT"],
    ],
    [
      "IMAP that is shut",
      played("* BYE too busy\r\n"),
      { protocol: "imap" },
      { outcome: "deferred", cause: "turned-away", exit: 3 },
      ["a3 LOGOUT"],
    ],
    [
      "SMTP in place of IMAP",
      played("220 mx1 ESMTP\r\n"),
      { protocol: "imap" },
      { outcome: "refused", cause: "nonsense" },
      ["a3 LOGOUT"],
    ],
    [
      "a list without end",
      played("+OK\r\n", "+OK\r\n".repeat(200)),
      { protocol: "pop3" },
      { cause: "limit", step: "ehlo", exit: 3 },
      ["CAPA"],
    ],
  ])("%s", async (_, play, wish, wanted, lines) => {
    const { found, heard } = await against(play, wish);
    expect(found).toMatchObject(wanted);
    if (lines.at(-1) !== "a3 LOGOUT" || heard.length > 1) expect(heard).toEqual(lines);
  });
});
