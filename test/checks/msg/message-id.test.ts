import { testCheck } from "mailworthy/testing";
import check from "../../../checks/msg/message-id.js";
import { about, letter, received } from "../../mail.js";

const id = (value: string): ReturnType<typeof about> => about(letter({ ...received(), "Message-ID": value }));

testCheck(check, {
  valid: [id("<a.b@example.com>"), id("\n <a@[192.0.2.1]>"), id(`<"a b"@example.com>`)],
  missing: id(""),
  several: about(letter({ ...received(), "message-id": "<b@example.com>" })),
  invalid: [id("a@example.com"), id("<a@b@c d>"), id("<no-sign>"), id("<a@example.com> x")],
  local: id("<1@localhost>"),
  skip: about(letter({ "Message-ID": "" })),
});
