import type { Row } from "mailworthy/testing";
import { type CauseName, about } from "../../../src/queue/cause.js";
import type { Census, Holdup } from "../../../src/queue/census.js";

const day = 86_400_000;
export const at = Date.parse("2026-11-24T06:00:00Z");

/** A row about a queue that holds nothing but what is said. */
export const queue = (census: Partial<Census> = {}, more: Partial<Row> = {}): Row => ({
  target: { local: "queue", name: "mx.example.com" },
  local: {
    at,
    queues: {},
    destinations: [],
    others: { destinations: 0, messages: 0, ages: [] },
    ages: [],
    causes: [],
    reports: 0,
    senders: [],
    spool: spool(),
    unreadable: 0,
    ...census,
  } satisfies Census,
  ...more,
});

export const held = (messages: number, hours = 1) => ({ messages, bytes: 400, oldest: at - hours * 3_600_000 });

export const spool = (more: object = {}) => ({
  directory: "/var/spool/postfix",
  corrupt: [],
  next: { first: null, due: 0 },
  logins: [],
  looked: 0,
  ...more,
});

/** Where nobody may read the files, and where there are none. */
export const shut = { unread: "only root may read the spool" };
export const gone = { unread: "a saved listing tells nothing of the spool", gone: true as const };

export const waits = (cause: CauseName, messages: number, domain = "slow.example"): Holdup => ({
  domain,
  destinations: 1,
  cause,
  ...about(cause),
  messages,
  oldest: at - day,
  example: "connect to mx.slow.example[192.0.2.9]:25: Connection refused",
});
