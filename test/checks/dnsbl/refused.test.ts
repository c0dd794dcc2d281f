import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/dnsbl/refused.js";
import { spamcop } from "./lists.js";

const here = { lists: ["bl.spamcop.net"] };

testCheck(check, {
  answers: { zone: spamcop, here },
  skip: [
    { zone: "", here },
    { zone: `*.bl.spamcop.net A 127.0.0.2`, here },
  ],
  inconclusive: [
    { zone: `2.0.0.127.bl.spamcop.net A 127.255.255.252`, here },
    { zone: `*.multi.uribl.com A 127.0.0.1`, here: { lists: ["multi.uribl.com"] } },
    { zone: `2.0.0.127.bl.spamcop.net A !refused`, here },
  ],
});

it("says which resolver is refused, why, and what would help", async () => {
  const { results, causes } = await examine(check, {
    zone: `2.0.0.127.zen.spamhaus.org A 127.255.255.254`,
    here: { lists: ["zen.spamhaus.org"] },
  });
  const text =
    "Spamhaus ZEN refuses resolver 192.0.2.53: it was asked through a public resolver, or one without a name of its own";
  expect(results).toMatchObject([{ status: "inconclusive", reason: text, cause: "dnsbl zen.spamhaus.org" }]);
  expect(causes).toEqual([
    {
      id: "dnsbl zen.spamhaus.org",
      text,
      next: [
        "use a resolver of your own:  --resolver ADDRESS",
        "or a key of your own, in the environment:  MAILWORTHY_DQS_KEY",
      ],
    },
  ]);
});
