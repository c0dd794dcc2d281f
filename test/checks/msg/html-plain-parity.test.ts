import { testCheck } from "mailworthy/testing";
import check from "../../../checks/msg/html-plain-parity.js";
import { about, letter } from "../../mail.js";

const both = (plain: string, html: string): ReturnType<typeof about> =>
  about(
    letter(
      { "Content-Type": `multipart/alternative; boundary="b"` },
      `--b\nContent-Type: text/plain\n\n${plain}\n--b\nContent-Type: text/html\n\n${html}\n--b--\n`,
    ),
  );

testCheck(check, {
  both: both("Hello there", "<p>Hello there</p>"),
  plain: about(letter()),
  empty: about(letter({ "Content-Type": "application/pdf" }, "%PDF")),
  htmlOnly: [about(letter({ "Content-Type": "text/html" }, "<p>Hello</p>")), both(" ", "<p>Hello</p>")],
  thin: both("See the HTML", `<p>${"many words ".repeat(50)}</p>`),
});
