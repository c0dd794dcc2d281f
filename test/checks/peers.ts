import type { Check } from "mailworthy";
import { examine, type Row } from "mailworthy/testing";
import { describe, expect, it } from "vitest";

/** What another tool was seen to get wrong, by its own reports and code; and what the check must say instead. */
export type Case = readonly [behaviour: string, check: Check<any, any, any, any>, row: Row, said: string];

/** A table of such cases by subject. What is said is a verdict, `skip` or `inconclusive`. */
export function testPeers(cases: Readonly<Record<string, readonly Case[]>>): void {
  describe.each(Object.entries(cases))("%s", (_, rows) => {
    it.each(rows)("%s", async (_behaviour, check, row, said) => {
      const { results } = await examine(check, row);
      const words = results.flatMap(({ status, findings }) =>
        findings.length > 0 ? findings.map(({ verdict }) => verdict) : [status],
      );
      expect([...new Set(words)], results.map(({ reason }) => reason).join("; ")).toEqual([said]);
    });
  });
}
