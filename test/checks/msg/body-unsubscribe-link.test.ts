import { testCheck } from "mailworthy/testing";
import check from "../../../checks/msg/body-unsubscribe-link.js";
import { about, letter } from "../../mail.js";

const list = { "List-Unsubscribe": "<https://example.com/u/1>" };
const html = (body: string): string => letter({ ...list, "Content-Type": "text/html; charset=utf-8" }, body);

testCheck(check, {
  shown: [
    about(letter(list, "News.\n\nTo unsubscribe: https://example.com/x\n")),
    about(html(`<p>News</p><a href="https://example.com/x">Abbestellen</a>`)),
    about(html(`<p>News</p><a href="https://example.com/u/1">here</a>`)),
  ],
  missing: [about(letter(list)), about(html("<p>News</p>"))],
  skip: about(letter()),
});
