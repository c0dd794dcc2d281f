import type { Result } from "../result.js";
import { label } from "../subject.js";
import type { View } from "./view.js";

/** What is wrong with one host or address, and how many domains suffer from it. */
export interface Recurrence {
  check: string;
  text: string;
  domains: number;
}

/** Kinds of subject that several domains may have in common. */
const shareable: ReadonlySet<Result["subject"]["kind"]> = new Set(["host", "address", "endpoint"]);

/**
 * Counts what fails on hosts that many domains share: fix one, heal many. Of a bounded size; what has come up once
 * makes room first.
 */
export class Recurring {
  readonly #found = new Map<string, Recurrence>();
  readonly #most: number;

  constructor(most = 5_000) {
    this.#most = most;
  }

  add({ failing }: View): void {
    const told = new Set<string>();
    for (const { check, text, subjects } of failing) {
      for (const subject of subjects) {
        if (!shareable.has(subject.kind)) continue;
        const said = text.includes(subject.name) ? text : `${label(subject)}: ${text}`;
        const key = `${check} ${said}`;
        if (told.has(key)) continue;
        told.add(key);
        const one = this.#found.get(key);
        if (one) one.domains++;
        else this.#found.set(key, { check, text: said, domains: 1 });
      }
    }
    if (this.#found.size > this.#most) this.#makeRoom();
  }

  /** Those of more than one domain, the commonest first. */
  top(): Recurrence[] {
    return [...this.#found.values()].filter(({ domains }) => domains > 1).sort((a, b) => b.domains - a.domains);
  }

  #makeRoom(): void {
    for (const [key, { domains }] of this.#found) if (domains === 1) this.#found.delete(key);
    if (this.#found.size <= this.#most) return;
    const kept = Array.from(this.#found).sort(([, a], [, b]) => b.domains - a.domains);
    this.#found.clear();
    for (const [key, one] of kept.slice(0, this.#most / 2)) this.#found.set(key, one);
  }
}
