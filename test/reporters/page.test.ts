import { expect, it } from "vitest";
import { line, pageOf } from "../../reporters/text/page.js";

const page = pageOf({ columns: 80, colour: false, ascii: false, links: false, write: () => {} }, {});
const words = (count: number): string => Array.from({ length: count }, () => "word").join(" ");

it.each([
  ["beside a short id", "mx/present", words(3), ["✓ mx/present          word word word"]],
  ["pushed on by one a little too long", "mx/null-mx-without-a", words(3), ["✓ mx/null-mx-without-a  word word word"]],
  [
    "pushed on, its further lines hanging",
    "mx/null-mx-without-a",
    words(13),
    [`✓ mx/null-mx-without-a  ${words(11)}`, `${" ".repeat(22)}${words(2)}`],
  ],
  [
    "beside a long id, where all of it fits",
    "internet-nl/mx-ipv6-reachable",
    words(3),
    ["✓ internet-nl/mx-ipv6-reachable  word word word"],
  ],
  [
    "below a long id",
    "internet-nl/mx-ipv6-reachable",
    words(13),
    ["✓ internet-nl/mx-ipv6-reachable", `  ${words(13)}`],
  ],
])("text stands %s", (_, id, text, lines) => expect(line(page, "pass", id, text)).toEqual(lines));
