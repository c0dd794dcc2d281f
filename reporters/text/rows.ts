import { gist, type Status, type View } from "mailworthy";

/** A target in one line. */
export interface Row {
  name: string;
  status: Status;
  counts: View["counts"];
  gist?: { check: string; text: string };
}

export function rowOf(view: View): Row {
  const first = gist(view);
  return { name: view.name ?? "", status: view.status, counts: view.counts, ...(first && { gist: first }) };
}

/** The worst rows, so many of each status; in order of how much fails, then of arrival. */
export class Rows {
  readonly #found = new Map<Status, Row[]>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  add(row: Row): void {
    const rows = this.#found.get(row.status) ?? [];
    const at = rows.findLastIndex((other) => other.counts.fail >= row.counts.fail) + 1;
    rows.splice(at, 0, row);
    if (rows.length > this.#most) rows.pop();
    this.#found.set(row.status, rows);
  }

  all(): Row[] {
    return [...this.#found.values()].flat();
  }
}
