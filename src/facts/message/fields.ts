import { absent, defineFact, isAbsent, type Absent, type Tools } from "../../fact.js";
import type { Identities } from "../../subject.js";
import { parseAddressList } from "../../syntax/address-list.js";
import { parseDate } from "../../syntax/mail-date.js";
import { messageIdFault } from "../../syntax/message-id.js";
import { type Message, unfolded } from "../../syntax/message.js";
import { message } from "./message.js";
import { messageDelivery } from "./delivery.js";

/** A message, and whether a host has taken it already: before that, a mail server may still add what is missing. */
export async function asSent(
  of: Identities["message"],
  ask: Tools["ask"],
): Promise<(Message & { sent: boolean }) | Absent> {
  const found = await ask(message, of);
  if (isAbsent(found)) return found;
  const said = Object.keys(of.envelope).length > 0;
  return { ...found, sent: said || found.fields.some(({ key }) => key === "received") };
}

/** The values of the Message-ID fields, and what is wrong with each; none of a message that was sent without. */
export const messageId = defineFact({
  id: "message-id",
  of: "message",
  reaches: "file",
  async gather(of, { ask }) {
    const found = await asSent(of, ask);
    if (isAbsent(found)) return found;
    const fields = found.fields.filter(({ key }) => key === "message-id");
    if (fields.length === 0 && !found.sent)
      return absent("no Message-ID yet; the server that sends the message may add it");
    return fields.map((field) => ({ value: unfolded(field), fault: messageIdFault(unfolded(field)) ?? null }));
  },
});

/** The Date of a message, and when it was received; ISO 8601. */
export const messageDate = defineFact({
  id: "message-date",
  of: "message",
  reaches: "file",
  async gather(of, { ask, now }) {
    const [found, delivery] = await Promise.all([asSent(of, ask), ask(messageDelivery, of)]);
    if (isAbsent(found)) return found;
    const field = found.fields.find(({ key }) => key === "date");
    if (!field && !found.sent) return absent("no Date yet; the server that sends the message may add it");
    const value = field ? unfolded(field) : null;
    const date = value === null ? null : (parseDate(value) ?? null);
    const received = isAbsent(delivery) ? null : delivery.at;
    return {
      value,
      at: date?.at ?? null,
      odd: date?.odd ?? null,
      received,
      against: received ?? new Date(now()).toISOString(),
    };
  },
});

/** Who the From field names. */
export const messageFrom = defineFact({
  id: "message-from",
  of: "message",
  reaches: "file",
  async gather(of, { ask }) {
    const found = await ask(message, of);
    if (isAbsent(found)) return found;
    const fields = found.fields.filter(({ key }) => key === "from");
    const { mailboxes, faults } = parseAddressList(fields.map(unfolded).join(","));
    return {
      fields: fields.length,
      addresses: mailboxes.map(({ local, domain }) => `${local}@${domain}`).slice(0, 100),
      count: mailboxes.length,
      faults: faults.slice(0, 10),
    };
  },
});

/** How often each field stands in the header, by its name in lower case. */
export const messageFieldCounts = defineFact({
  id: "message-field-counts",
  of: "message",
  reaches: "file",
  async gather(of, { ask }) {
    const found = await ask(message, of);
    if (isAbsent(found)) return found;
    const counts = new Map<string, { name: string; lines: number[] }>();
    for (const { key, name, line } of found.fields) {
      const one = counts.get(key) ?? { name, lines: [] };
      counts.set(key, one);
      if (one.lines.length < 20) one.lines.push(line);
    }
    return [...counts].map(([key, { name, lines }]) => ({ key, name, lines }));
  },
});

/** Octets of the header section. */
export const messageHeaderSize = defineFact({
  id: "message-header-size",
  of: "message",
  reaches: "file",
  async gather(of, { ask }) {
    const found = await ask(message, of);
    if (isAbsent(found)) return found;
    const longest = found.fields.toSorted((a, b) => b.raw.length - a.raw.length)[0];
    return {
      size: found.headerSize,
      fields: found.fields.length,
      ...(longest && { longest: { name: longest.name, size: longest.raw.length + longest.name.length + 1 } }),
    };
  },
});
