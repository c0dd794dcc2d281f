import PostalMime, { type Email } from "postal-mime";
import type { ReporterFormat } from "mailworthy";
import { describe, expect, it } from "vitest";
import reporters from "../../reporters/index.js";
import { acting, hostile, obeyed } from "../corpus.js";
import { all, northwind, written } from "./canned.js";
import { fed, handmade } from "./hand.js";

const mail = reporters.find(({ name }) => name === "mail") as ReporterFormat;
const addresses = { mail: { from: "reports@example.com", to: "ann@example.com" } };

const parsed = (message: string): Promise<Email> => PostalMime.parse(Buffer.from(message, "latin1"));
/** The tags of a document, without their attributes. */
const tags = (document: string): string[] => Array.from(document.matchAll(/<\/?\w+/g), ([tag]) => tag);
const headers = ({ headers }: Email): string[] => headers.map(({ key }) => key);

describe("mail", () => {
  it("is a message of two parts that say the same", async () => {
    const message = await written(mail, [northwind], {}, addresses);
    expect(message).toMatch(/^[\r\n -~]*$/);
    expect(message.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of message.split("\r\n")) expect(line.length).toBeLessThanOrEqual(998);
    const email = await parsed(message);
    expect(email).toMatchObject({
      subject: "mailworthy: northwind.example: Failing: 2 fail, 3 unknown, 2 warn, 10 pass",
      from: { address: "reports@example.com" },
      to: [{ address: "ann@example.com" }],
      date: "2026-11-24T06:03:03.000Z",
    });
    expect(headers(email)).toContain("auto-submitted");
    for (const part of [email.text!, email.html!]) {
      expect(part).toContain("11 lookups; receivers stop at 10");
      expect(part).toContain("answers 421");
      expect(part).toContain("dmarc/policy");
    }
    expect(email.attachments).toEqual([]);
  });

  it("says which targets are bad, the worst in full", async () => {
    const { html, text } = await parsed(await written(mail, all));
    expect(html).toContain("northwind.example");
    expect(html).not.toContain("lucerne-media.example");
    expect(text).toContain("1 of 4 domains");
  });

  it.each(hostile)("has the same parts, headers and elements with $id", async ({ text }) => {
    const [calm, wild] = await Promise.all(
      ["harmless", text].map(async (one) => parsed(await fed(mail, handmade(one, 2), {}, addresses))),
    );
    expect(headers(wild!)).toEqual(headers(calm!));
    expect(tags(wild!.html!)).toEqual(tags(calm!.html!));
    expect(wild!.attachments).toEqual([]);
    expect(wild!.to).toEqual(calm!.to);
    for (const part of [wild!.text!, wild!.html!, wild!.subject!]) {
      expect(part.replaceAll("\n", "")).not.toMatch(acting);
      expect(obeyed(part)).toEqual([]);
    }
  });

  it("cannot be parted by a text that knows how it was parted before", async () => {
    const boundary = (message: string): string => /boundary="([^"]+)"/.exec(message)![1]!;
    const known = boundary(await fed(mail, handmade("harmless")));
    const email = await fed(mail, handmade(`--${known}`));
    expect(boundary(email)).not.toBe(known);
    expect((await parsed(email)).attachments).toEqual([]);
  });
});
