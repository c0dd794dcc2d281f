import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/smtp/421-rate-limit.js";
import { mailHost, secured, upTo } from "../mail-host.js";

const limited = "S: 421 4.7.0 too many connections from 192.0.2.9";

testCheck(check, {
  unhindered: [
    mailHost("S: 220 mx1.example.com\nC: EHLO *\nS: 250 mx1.example.com"),
    mailHost(secured("TLS: mx1.example.com")),
  ],
  skip: mailHost("!refused"),
  inconclusive: [
    mailHost(limited),
    mailHost(`S: 220 mx1.example.com\nC: EHLO *\n${limited}`),
    mailHost(upTo(limited)),
    mailHost("!timeout"),
  ],
});

it("says when to come back, with the reply as evidence", async () => {
  const { results, causes } = await examine(check, mailHost(limited));
  expect(results[0]?.reason).toBe(
    'mx1.example.com [192.0.2.25] answers "421 4.7.0 too many connections from 192.0.2.9"; try again in a quarter of an hour',
  );
  expect(causes.map(({ id }) => id)).toEqual(["smtp 192.0.2.25"]);
  expect(results[0]?.evidence).toEqual([
    {
      kind: "transcript",
      at: "mx1.example.com [192.0.2.25]:25",
      steps: expect.arrayContaining([{ at: 0, from: "server", text: limited.slice(3) }]),
    },
  ]);
});
