import { bounds } from "../bounds.js";
import { about, causeOf, type CauseName } from "../queue/cause.js";
import { owned } from "./entry.js";
import { Ranking } from "./ranking.js";
import type { Failing } from "./summary.js";

/** Deliveries that failed, by cause. */
export class Failures {
  private readonly causes = new Map<CauseName, { count: number; at: Ranking; example: string }>();
  /** Most texts are the same but for the recipient and the address of the host, which tell nothing of the cause. */
  private readonly known = new Map<string, CauseName>();

  add(why: string, recipient: string, domain: string): void {
    const text = why
      .replaceAll(recipient, "")
      .replaceAll(domain, "")
      .replace(/\[[0-9a-f.:]{2,45}\]/gi, "");
    let cause = this.known.get(text);
    if (cause === undefined) {
      cause = causeOf(Buffer.from(why, "latin1").toString());
      if (this.known.size >= bounds.log.texts) this.known.clear();
      this.known.set(owned(text), cause);
    }
    let one = this.causes.get(cause);
    if (!one) this.causes.set(cause, (one = { count: 0, at: new Ranking(1_000), example: owned(why) }));
    one.count++;
    one.at.add(domain);
  }

  told(top: number): Failing[] {
    return [...this.causes]
      .sort(([, a], [, b]) => b.count - a.count)
      .map(([cause, { count, at, example }]) => {
        const { means, who, remedy, checks } = about(cause);
        const text = Buffer.from(example, "latin1").toString();
        return { cause, count, means, who, remedy, checks, destinations: at.top(top), example: text };
      });
  }
}
