import { defineCheck, duration, fail, facts, pass, warn, z } from "mailworthy";

const day = 24 * 60 * 60 * 1000;

export default defineCheck({
  id: "msg/date-valid",
  on: "message",
  title: "The message has a Date of about when it was sent",
  why: "Yahoo rejects mail whose Date is missing or far off, and clients sort it where nobody looks.",
  fix: "Have the program that sends write the Date, and keep its clock right.",
  refs: ["RFC 5322 §3.3", "RFC 5322 §3.6.1"],
  options: z.strictObject({
    ahead: z.number().default(1).describe("Days in the future that still pass"),
    behind: z.number().default(7).describe("Days before its receipt that still pass"),
  }),
  needs: { date: facts.messageDate },
  verdicts: {
    valid: pass("{date}"),
    missing: fail("no Date; receivers reject or junk such mail"),
    unreadable: fail('Date is "{date}", which is none; receivers reject or junk such mail'),
    future: fail("Date is {date}, {span} ahead; Yahoo rejects such mail"),
    old: warn("Date is {date}, {span} before the message was received"),
    odd: warn("Date is {date}: {why}"),
  },
  judge({ date: { value, at, odd, received, against } }, say, { options }) {
    if (value === null) return say.missing();
    if (at === null) return say.unreadable({ date: value });
    const ahead = Date.parse(at) - Date.parse(against);
    const told = { date: value, span: duration(Math.abs(ahead)) };
    if (ahead > options.ahead * day) return say.future(told);
    if (received !== null && -ahead > options.behind * day) return say.old(told);
    return odd === null ? say.valid({ date: value }) : say.odd({ date: value, why: odd });
  },
});
