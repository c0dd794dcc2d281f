import { testCheck } from "mailworthy/testing";
import check from "../../../checks/msg/single-from.js";
import { about, letter } from "../../mail.js";

const from = (value: string): ReturnType<typeof about> => about(letter({ From: value }));

testCheck(check, {
  one: [
    from("a@example.com"),
    from(`"Ann, of Sales" <a@example.com>`),
    from("Ann (b@example.org) <a@example.com>"),
    from("=?utf-8?Q?=C3=84nn?= <a@example.com>"),
  ],
  missing: from(""),
  none: from("undisclosed:;"),
  several: [from("a@example.com, b@example.com"), about(letter({ from: "b@example.com" }))],
  unreadable: [from("Ann"), from("Ann <a@example.com"), from("<>")],
});
