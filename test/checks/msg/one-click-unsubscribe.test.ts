import { testCheck } from "mailworthy/testing";
import check from "../../../checks/msg/one-click-unsubscribe.js";
import { about, letter, received, signed, signer } from "../../mail.js";

const key = signer();
const zone = key.record;
const https = "<https://example.com/u/1>";
const post = "List-Unsubscribe=One-Click";
const covering = { headerList: ["From", "List-Unsubscribe", "List-Unsubscribe-Post"] };
const list = (unsubscribe: string, more = {}): string =>
  letter({ ...received(), "List-Unsubscribe": unsubscribe, ...more });
const good = await signed(list(https, { "List-Unsubscribe-Post": post }), [key], covering);

testCheck(check, {
  works: [
    { ...about(good), zone },
    {
      ...about(
        await signed(list(`${https},\n <mailto:u@example.com>`, { "List-Unsubscribe-Post": post }), [key], covering),
      ),
      zone,
    },
  ],
  missing: about(letter({ ...received(), "List-Id": "<news.example.com>" })),
  mailOnly: about(list("<mailto:u@example.com>")),
  twoClicks: about(list(https)),
  several: {
    ...about(
      await signed(list(`${https}, <https://example.com/v>`, { "List-Unsubscribe-Post": post }), [key], covering),
    ),
    zone,
  },
  noAddress: about(list("<http://example.com/u>", { "List-Unsubscribe-Post": post })),
  wrongPost: about(list(https, { "List-Unsubscribe-Post": "One-Click" })),
  uncovered: [
    about(list(https, { "List-Unsubscribe-Post": post })),
    { ...about(await signed(list(https, { "List-Unsubscribe-Post": post }), [key], { headerList: ["From"] })), zone },
    { ...about(good), zone: "" },
  ],
  lost: { ...about(good), zone: "", now: "2026-02-01" },
  skip: [about(letter(received())), about(letter({ "List-Unsubscribe": https, "List-Unsubscribe-Post": post }))],
  inconclusive: { ...about(good), zone: `s1._domainkey.example.com TXT !timeout` },
});
