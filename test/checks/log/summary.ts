import type { Row } from "mailworthy/testing";
import { Count } from "../../../src/log/count.js";
import type { Summary } from "../../../src/log/summary.js";

/** A row about a log of nothing but what is said. */
export const log = (summary: Partial<Summary> = {}, more: Partial<Row> = {}): Row => ({
  target: { local: "log", name: "mail.log" },
  local: { ...new Count(0).summary(1, 10), ...summary } satisfies Summary,
  ...more,
});

/** The totals of so many deliveries and bounces. */
export const totals = (delivered: number, bounced: number): Partial<Summary> => ({
  totals: { ...new Count(0).summary(1, 10).totals, delivered, bounced },
});

/** Logins that failed from one address. */
export const attack = (failures: number, hourly: number): Partial<Summary> => ({
  logins: { accounts: [], failures, failedAccounts: [], attacks: [{ address: "192.0.2.9", failures, hourly }] },
});
