import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLetter } from "../../src/bounce/letter.js";
import { bounceReasons } from "../../src/data/bounce-reasons.js";
import { statusCodes } from "../../src/data/status-codes.js";
import { builtin } from "../../src/builtin.js";

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/bounces/${name}.eml`, import.meta.url), "latin1");
const read = (text: string) => readLetter(Buffer.from(text, "latin1"));

/** Recipients in a line each: address, outcome, status, reply code, reason, host. */
function briefly(text: string): string[] {
  const letter = read(text);
  if (letter.kind !== "bounce" && letter.kind !== "feedback") return [letter.kind];
  return letter.recipients.map(({ address, outcome, status, replyCode, reason, host }) =>
    [address, outcome, status ?? "-", replyCode ?? "-", reason, host ?? "-"].join(" "),
  );
}

describe("bounces that Postfix wrote", () => {
  it.each([
    ["unknown", ["unknown@reject.test failed 5.1.1 550 userunknown mx.reject.test"]],
    ["delayed", ["user@timeout.test delayed 4.4.1 - networkerror mx.timeout.test"]],
    [
      "two",
      [
        "second@refused.test delayed 4.4.1 - networkerror mx.refused.test",
        "user@refused.test delayed 4.4.1 - networkerror mx.refused.test",
      ],
    ],
    ["spf", ["spf@reject.test failed 5.7.23 550 authfailure mx.reject.test"]],
    ["badcert", ["user@badcert.test delayed 4.7.5 - failedstarttls -"]],
    ["refused", ["user@refused.test expired 4.4.1 - networkerror mx.refused.test"]],
    ["expanded", ["list@example.test expanded 2.0.0 - delivered -"]],
    ["relayed", ["user@notls.test relayed 2.0.0 250 delivered mx.notls.test"]],
    ["delivered", ["bob@example.test delivered 2.0.0 - delivered -"]],
  ])("%s", (name, expected) => {
    expect(briefly(fixture(name)).sort()).toEqual(expected);
  });

  it.each([
    ["CRLF", "\r\n"],
    ["CR alone", "\r"],
  ])("reads lines that end in %s alike", (_, end) => {
    for (const name of ["unknown", "two", "spf"])
      expect(briefly(fixture(name).replaceAll("\n", end))).toEqual(briefly(fixture(name)));
  });

  it("reads one that was sent on inside another message", () => {
    const outer = `From: a@example.com\nSubject: Fwd: what is this\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=outer\n\n--outer\n\nLook at this.\n--outer\nContent-Type: message/rfc822\n\n${fixture("unknown")}\n--outer--\n`;
    expect(briefly(outer)).toEqual(briefly(fixture("unknown")));
  });
});

/** A bounce with a part for programs. */
const report = (fields: string, text = "Your message could not be delivered.", head = ""): string =>
  `From: MAILER-DAEMON@mx.example.net\nTo: sender@example.com\nSubject: Undelivered Mail\nMIME-Version: 1.0\n${head}Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n${text}\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\n${fields}\n\n--b--\n`;

const status = (code: string, diagnostic: string, action = "failed"): string =>
  report(
    `Final-Recipient: rfc822; user@example.org\nAction: ${action}\nStatus: ${code}\nDiagnostic-Code: smtp; ${diagnostic}`,
  );

describe("what a diagnostic says", () => {
  it.each([
    ["5.0.0", "550 5.1.1 no such user here", "5.1.1", "userunknown"],
    ["5.2.2", "552 5.2.2 quota exceeded", "5.2.2", "mailboxfull"],
    ["4.2.0", "450 4.2.0 <user@example.org>: Greylisted, try again", "4.2.0", "greylisted"],
    [
      "5.7.1",
      "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.example.net",
      "5.7.1",
      "blocked",
    ],
    ["5.7.26", "550 5.7.26 This mail has been blocked because the sender is unauthenticated", "5.7.26", "authfailure"],
    ["5.7.25", "550 5.7.25 The sending address has no PTR record", "5.7.25", "requireptr"],
    ["5.1.10", "556 5.1.10 Recipient address has null MX", "5.1.10", "notaccept"],
    ["5.3.4", "552 5.3.4 message too big", "5.3.4", "emailtoolarge"],
    ["5.7.1", "554 5.7.1 <user@example.org>: Relay access denied", "5.7.1", "norelaying"],
    ["5.4.4", "Host or domain name not found", "5.4.4", "hostunknown"],
    ["4.7.28", "421-4.7.28 unusual rate of mail from your address", "4.7.28", "ratelimited"],
    ["5.7.0", "550 5.7.0 the message contains a virus", "5.7.0", "virusdetected"],
  ])("%s %s", (code, diagnostic, expected, reason) => {
    const letter = read(status(code, diagnostic));
    expect(letter).toMatchObject({
      kind: "bounce",
      recipients: [{ status: expected, reason, outcome: code.startsWith("4") ? "expired" : "failed" }],
    });
  });

  it.each([
    ["5.1.8", "501 5.1.8 Sender address rejected", "rejected"],
    ["5.4.312", "550 5.4.312 Message expired, DNS query failed", "networkerror"],
    ["5.1.10", "550 5.1.10 RESOLVER.ADR.RecipientNotFound", "userunknown"],
    ["5.7.1", "550-5.7.1 This message is likely 550-5.7.1 unsolicited mail", "spamdetected"],
    ["5.5.0", "550 Requested action not taken: mailbox unavailable", "userunknown"],
    ["4.7.500", "451 4.7.500 Server busy. Please try again later from [192.0.2.1]. (S77719)", "ratelimited"],
    ["5.4.1", "550 5.4.1 Recipient address rejected: Access denied.", "userunknown"],
    ["5.7.1", "554 5.7.1 <user@example.org>: Recipient address rejected: Access denied", "policyviolation"],
    ["4.4.2", "421 4.4.2 mx.example.org Error: timeout exceeded", "networkerror"],
  ])("knows the words of providers: %s %s", (code, diagnostic, reason) => {
    expect(read(status(code, diagnostic))).toMatchObject({ recipients: [{ reason }] });
  });

  it("takes the reason from the registry where nothing is said", () => {
    expect(read(status("5.1.6", "551"))).toMatchObject({ recipients: [{ reason: "hasmoved" }] });
    expect(read(status("5.0.0", "???"))).toMatchObject({ recipients: [{ reason: "undefined", status: "5.0.0" }] });
  });

  it("takes what a command said for the failure of a program, and what would be taken for no failure", () => {
    const one =
      "Final-Recipient: rfc822; a@example.org\nAction: failed\nStatus: 5.3.0\nDiagnostic-Code: x-unix; Syntax error";
    const two = "Final-Recipient: rfc822; b@example.org\nAction: deliverable\nStatus: 2.0.0";
    expect(read(report(`${one}\n\n${two}`))).toMatchObject({
      recipients: [{ reason: "mailererror" }, { outcome: "delivered", reason: "delivered" }],
    });
  });

  it("names the address that was written to where the other is one of the receiver's own", () => {
    const fields =
      "Original-Recipient: rfc822;user@example.org\nFinal-Recipient: rfc822;user@store.local\nAction: failed\nStatus: 5.1.1";
    expect(read(report(fields))).toMatchObject({ recipients: [{ address: "user@example.org", original: null }] });
  });

  it("tells the recipient that was written to from the one that failed", () => {
    const fields =
      "Original-Recipient: rfc822;alias@example.com\nFinal-Recipient: rfc822;user@example.org\nAction: failed\nStatus: 5.1.1";
    expect(read(report(fields))).toMatchObject({
      recipients: [{ address: "user@example.org", original: "alias@example.com" }],
    });
  });
});

/** A bounce for people alone. */
const plain = (text: string, head = "Subject: failure notice\n"): string =>
  `From: MAILER-DAEMON@mx.example.net\nTo: sender@example.com\n${head}\n${text}\n`;

describe("bounces without a part for programs", () => {
  it.each([
    [
      "addresses at the start of a line",
      plain(
        "I was not able to deliver your message to the following addresses.\n\n<one@example.org>:\n192.0.2.7 does not like recipient.\nRemote host said: 550 5.1.1 no such user\nGiving up.\n\n<two@example.org>:\n552 mailbox is over quota\n\n--- Below this line is a copy of the message.\n\nTo: other@example.org",
      ),
      ["one@example.org failed 5.1.1 550 userunknown -", "two@example.org failed 5.1.1 552 mailboxfull -"],
    ],
    [
      "a list under a heading",
      plain(
        "A message that you sent could not be delivered to its recipient:\n\n  user@example.org\n    host mx.example.org [192.0.2.9]\n    SMTP error after RCPT TO:<user@example.org>:\n    550 5.7.1 relay not permitted\n",
      ),
      ["user@example.org failed 5.7.1 550 norelaying mx.example.org"],
    ],
    [
      "X-Failed-Recipients",
      plain(
        "Mail delivery failed: unknown user",
        "Subject: Mail delivery failed\nX-Failed-Recipients: user@example.org\n",
      ),
      ["user@example.org failed - - userunknown -"],
    ],
    [
      "a bare text",
      "This is the mail system at host mx.example.net.\n\nYour message could not be delivered.\n\n<user@example.org>: host mx.example.org[192.0.2.9] said: 550 5.1.1 User unknown (in reply to RCPT TO command)\n",
      ["user@example.org failed 5.1.1 550 userunknown mx.example.org"],
    ],
    [
      "a delay",
      plain(
        "Your message to user@example.org has been delayed; connection timed out. It will be retried.",
        "Subject: Delivery delayed\n",
      ),
      ["user@example.org delayed - - networkerror -"],
    ],
  ])("%s", (_, text, expected) => {
    expect(briefly(text)).toEqual(expected);
  });
});

describe("complaints", () => {
  it("names who complained", () => {
    const text =
      'From: fbl@example.net\nSubject: complaint\nContent-Type: multipart/report; report-type=feedback-report; boundary="b"\n\n--b\n\nAn abuse report.\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nVersion: 1\nOriginal-Rcpt-To: <user@example.org>\nSource-IP: 192.0.2.1\n--b--\n';
    expect(read(text)).toMatchObject({
      kind: "feedback",
      type: "abuse",
      recipients: [{ address: "user@example.org", reason: "feedback" }],
    });
  });
});

describe("mail that is no bounce", () => {
  it("is a challenge also where it is dressed as a report", () => {
    const text = report(
      "Final-Recipient: rfc822; user@example.org\nAction: failed\nStatus: 5.7.1",
      "Please click the link to confirm that you are a person.",
    ).replace("MAILER-DAEMON@mx.example.net", "guard@example.net");
    expect(read(text.replace("Undelivered Mail", "Re: hello")).kind).toBe("challenge");
  });

  it.each([
    [
      "auto-reply",
      "From: someone@example.org\nSubject: Out of office: hello\nAuto-Submitted: auto-replied\n\nI am away until Monday. Urgent mail goes to other@example.org.\n",
    ],
    [
      "auto-reply",
      "From: someone@example.org\nSubject: Re: hello\nAuto-Submitted: auto-replied\n\nYour ticket has the number 5512.\n",
    ],
    [
      "challenge",
      "From: guard@example.org\nSubject: Re: hello\n\nPlease verify your address: click the link to have your message released to user@example.org.\n",
    ],
    [
      "other",
      "From: someone@example.org\nTo: me@example.com\nSubject: lunch\n\nSee you at one, at 550 Main Street. Write to user@example.org.\n",
    ],
    [
      "other",
      "From: list@example.org\nSubject: Delivery of your parcel\n\nYour parcel was delivered. Questions: help@example.org\n",
    ],
    ["other", ""],
    ["other", "hello"],
  ])("%s", (kind, text) => {
    expect(read(text).kind).toBe(kind);
  });
});

describe("any octets at all", () => {
  const base = ["unknown", "two", "delayed"].map(fixture);
  it("are read", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (octets) => readLetter(octets).kind !== undefined),
      { numRuns: 300 },
    );
  });

  it("are read where a bounce was spoilt", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...base),
        fc.nat(3_000),
        fc.nat(200),
        fc.uint8Array({ maxLength: 40 }),
        (text, at, cut, put) => {
          const spoilt = text.slice(0, at) + Buffer.from(put).toString("latin1") + text.slice(at + cut);
          expect(["bounce", "feedback", "auto-reply", "challenge", "other"]).toContain(read(spoilt).kind);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    [
      "parts in parts",
      Array.from({ length: 2_000 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`).join(""),
    ],
    ["messages in messages", "Content-Type: message/rfc822\n\n".repeat(5_000)],
    [
      "very many recipients",
      report("Final-Recipient: rfc822; u@example.org\nAction: failed\nStatus: 5.1.1\n\n".repeat(20_000)),
    ],
    ["one long line", plain(`could not be delivered <${"a".repeat(500_000)}@`)],
    ["blanks", plain(`could not be delivered${" ".repeat(300_000)}x`)],
    ["at signs", plain(`could not be delivered ${"a@".repeat(200_000)}`)],
    ["a long diagnostic", status("5.0.0", "user ".repeat(100_000))],
    ["brackets", `Content-Type: text/html\n\n${"<br".repeat(200_000)}`],
    [
      "a base64 that is none",
      report("x").replace("text/plain; charset=utf-8", "text/plain\nContent-Transfer-Encoding: base64"),
    ],
  ])("are read: %s", (_, text) => {
    expect(read(text).kind).toMatch(/./);
  });
});

describe("the tables", () => {
  it("names checks that there are", async () => {
    const { checks: all } = await builtin();
    const ids = new Set(all.map(({ id }) => id));
    const named = Object.values(bounceReasons).flatMap(({ checks }) => [...checks]);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it("holds the whole registry", () => {
    expect(Object.keys(statusCodes)).toHaveLength(81);
  });
});
