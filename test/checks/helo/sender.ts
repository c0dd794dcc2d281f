import type { Row } from "mailworthy/testing";
import { host } from "../mail-host.js";

/** A sending address that is that of the domain's mail host, which greets by this name. */
export const greetingAs = (name: string, rest = ""): Row => ({
  zone: `${host}\n${rest}`,
  target: { senders: ["192.0.2.25"] },
  smtp: { "192.0.2.25:25": `S: 220 ${name} ESMTP\nC: EHLO *\nS: 250 ${name}` },
});

/** One that takes no mail, and one whose host does not answer. */
export const unseen: Row = { zone: host, target: { senders: ["192.0.2.99"] } };
export const silent: Row = { zone: host, target: { senders: ["192.0.2.25"] } };
