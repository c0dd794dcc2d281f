import { describe, expect, it } from "vitest";
import { isAboutClient, isNoService, isTransient, isUnrecognized, replyText } from "../../src/syntax/smtp-reply.js";

const reply = (text: string) => ({ code: Number(text.slice(0, 3)), lines: text.slice(4).split("|") });

it("is written on one line", () => {
  expect(replyText(reply("554-mx.example.com| no |"))).toBe("554 mx.example.com no");
});

it("is transient from 400 to 499", () => {
  expect([399, 400, 421, 499, 500].map((code) => isTransient({ code, lines: [] }))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
});

describe("a refusal by the host to everybody", () => {
  it.each([
    "554 No SMTP service here",
    "554 mx1.example.com No SMTP service here.",
    "554 5.3.2 no SMTP service",
    "521 Server does not accept mail",
    "521 mx1.example.com accepts no mail",
    "521 mx1.example.com does not accept email",
  ])("%s", (text) => {
    expect(isNoService(reply(text))).toBe(true);
  });

  it.each([
    "554 mx1.example.com",
    "554 Transaction failed",
    "554-gmx.example|No SMTP service|Bad DNS PTR resource record.",
    "554 No SMTP service here for 192.0.2.9",
    "521 does not accept mail from your network",
    "554 5.7.1 access denied",
    "550 No SMTP service here",
    "421 No SMTP service here",
  ])("but not: %s", (text) => {
    expect(isNoService(reply(text))).toBe(false);
  });
});

describe("a text that may be about the client", () => {
  it.each([
    "550 5.7.1 Service unavailable",
    "554 Your IP is blacklisted",
    "550 listed at dnsbl.example",
    "554 Access denied",
    "550 Bad HELO",
    "554 too many connections",
    "550 administrative prohibition: PTR missing",
    "550 rejected for spam",
    "550 Client host blocked",
  ])("%s", (text) => {
    expect(isAboutClient(reply(text))).toBe(true);
  });

  it.each(["502 5.5.1 command not implemented", "500 unrecognized command", "554 TLS is broken", "503 bad sequence"])(
    "but not: %s",
    (text) => {
      expect(isAboutClient(reply(text))).toBe(false);
    },
  );
});

it("knows a command that the server does not", () => {
  expect(
    ["500 what?", "502 5.5.1 not implemented", "501 bad name", "502 denied by policy"].map(reply).map(isUnrecognized),
  ).toEqual([true, true, false, false]);
});
