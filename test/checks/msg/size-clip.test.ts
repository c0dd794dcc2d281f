import { testCheck } from "mailworthy/testing";
import check from "../../../checks/msg/size-clip.js";
import { about, letter } from "../../mail.js";

const html = (size: number): ReturnType<typeof about> =>
  about(letter({ "Content-Type": "text/html" }, `<p>${"word \n".repeat(size / 6)}</p>`));

testCheck(check, { whole: html(600), clipped: html(120_000), skip: about(letter()) });
