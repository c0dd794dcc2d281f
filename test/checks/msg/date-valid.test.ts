import { testCheck } from "mailworthy/testing";
import check from "../../../checks/msg/date-valid.js";
import { about, letter, received } from "../../mail.js";

const date = (value: string, more = received()): ReturnType<typeof about> => about(letter({ ...more, Date: value }));

testCheck(check, {
  valid: [
    date("Thu, 01 Jan 2026 00:00:00 +0000"),
    date("1 Jan 2026 01:00 +0100 (CET)"),
    date("Thu, 01 Jan 2015 00:00:00 +0000", {} as never),
  ],
  missing: date(""),
  unreadable: [date("yesterday"), date("Thu, 32 Jan 2026 00:00:00 +0000"), date("2026-01-01T00:00:00Z")],
  future: [date("Sat, 03 Jan 2026 00:00:00 +0000"), date("Sat, 03 Jan 2026 00:00:00 +0000", {} as never)],
  old: date("Sat, 20 Dec 2025 00:00:00 +0000"),
  odd: [
    date("Thu, 01 Jan 2026 00:00:00 GMT"),
    date("Mon, 01 Jan 2026 00:00:00 +0000"),
    date("Thu, 01 Jan 26 00:00:00 +0000"),
  ],
  skip: date("", {} as never),
});
