import { testCheck } from "mailworthy/testing";
import check from "../../../checks/msg/alt-text.js";
import { about, letter } from "../../mail.js";

const html = (body: string): ReturnType<typeof about> => about(letter({ "Content-Type": "text/html" }, body));

testCheck(check, {
  none: [html("<p>Hello</p>"), html(`<img src="https://c.example/open" width=1 height="1">`)],
  described: html(`<img src="a.png" alt="Our shop"><img src="b.png" alt="">`),
  missing: html(`<img src="a.png" alt="Our shop"><IMG SRC='b.png'>`),
  skip: about(letter()),
});
