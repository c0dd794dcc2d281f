import { describe, expect, it } from "vitest";
import { readIgnore } from "../../src/syntax/ignore.js";

describe("a comment that asks for findings to be borne", () => {
  it.each([
    [
      "mailworthy-ignore spf/lookup-limit until=2027-01-31 -- the old relay goes in January",
      { checks: ["spf/lookup-limit"], until: "2027-01-31", reason: "the old relay goes in January" },
    ],
    [
      "  mailworthy-ignore spf/present, dmarc/* until=2028-02-29 -- a -- b\r",
      { checks: ["spf/present", "dmarc/*"], until: "2028-02-29", reason: "a -- b" },
    ],
  ])("is read: %s", (text, expected) => expect(readIgnore(text)).toEqual(expected));

  it.each([
    ["mailworthy-ignore until=2027-01-31 -- r", "it names no check"],
    ["mailworthy-ignore a/b -- r", "no day on which it ends"],
    ["mailworthy-ignore a/b until=2027-02-30 -- r", '"2027-02-30" is no day'],
    ["mailworthy-ignore a/b until=soon -- r", '"soon" is no day'],
    ["mailworthy-ignore a/b until=2027-01-31", "it gives no reason"],
    ["mailworthy-ignore a/b until=2027-01-31 --", "it gives no reason"],
    ["mailworthy-ignore a/b expires=2027-01-31 -- r", '"expires=2027-01-31" is no setting'],
  ])("says what is wrong: %s", (text, fault) =>
    expect(readIgnore(text)).toMatchObject({ fault: expect.stringContaining(fault) }),
  );

  it.each(["", "a host", "mailworthy-ignored a/b", "see mailworthy-ignore"])("is not: %s", (text) =>
    expect(readIgnore(text)).toBeUndefined(),
  );
});
