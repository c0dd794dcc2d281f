import { bounds } from "../bounds.js";
import { isHostName, isLdh } from "../syntax/domain-name.js";
import { count, ranked } from "./counts.js";

/** What mail shows of a domain and DNS does not list: the selectors that sign for it, the addresses that send for it. */
export interface Lesson {
  selectors: string[];
  senders: string[];
}

/**
 * What was learnt by domain. Only what is spelt like a selector, an address or a domain is taken. It says what was seen
 * once, by whoever wrote the report: whether it still holds is for DNS to say.
 */
export class Learnt {
  private readonly selectors = new Map<string, Map<string, number>>();
  private readonly senders = new Map<string, Map<string, number>>();

  selector(domain: string, selector: string, messages: number): void {
    if (isHostName(`${selector}.${domain}`) && selector.split(".").every(isLdh))
      note(this.selectors, domain, selector, messages);
  }

  sender(domain: string, address: string, messages: number): void {
    if (isHostName(domain)) note(this.senders, domain, address, messages);
  }

  /** What is known of a domain, the most used first. */
  of(domain: string): Lesson {
    const most = (of: ReadonlyMap<string, Map<string, number>>): string[] =>
      ranked(of.get(domain) ?? new Map())
        .slice(0, bounds.reports.learnt)
        .map(([name]) => name);
    return { selectors: most(this.selectors), senders: most(this.senders) };
  }

  /** Every domain of which something is known, in the order of the alphabet. */
  domains(): string[] {
    return [...new Set([...this.selectors.keys(), ...this.senders.keys()])].sort();
  }
}

function note(of: Map<string, Map<string, number>>, domain: string, name: string, messages: number): void {
  let counts = of.get(domain);
  if (!counts) {
    if (of.size >= bounds.reports.groups) return;
    of.set(domain, (counts = new Map()));
  }
  count(counts, name, messages, bounds.reports.addresses);
}
