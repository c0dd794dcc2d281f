import { bounds } from "../bounds.js";
import { owned } from "./entry.js";
import { Ranking } from "./ranking.js";
import type { Attack, Summary } from "./summary.js";

interface Tries {
  failures: number;
  hour: number;
  within: number;
  hourly: number;
}

/** Who logged in, who could not, and from where. */
export class Logins {
  private failures = 0;
  private readonly accounts = new Ranking();
  private readonly failed = new Ranking();
  private readonly from = new Map<string, Tries>();

  accepted(account: string): void {
    this.accounts.add(account);
  }

  /** `warning: host[192.0.2.1]: SASL LOGIN authentication failed: UGFzc3dvcmQ6, sasl_username=…`. */
  refused(text: string, failed: number, at: number): void {
    this.failures++;
    const user = text.indexOf("sasl_username=", failed);
    if (user > 0) this.failed.add(text.slice(user + 14));
    const close = text.indexOf("]: SASL ");
    const address = close < 0 ? "" : text.slice(text.lastIndexOf("[", close) + 1, close);
    const hour = Math.floor(at / 3_600_000);
    const tries = this.from.get(address) ?? { failures: 0, hour, within: 0, hourly: 0 };
    if (tries.failures === 0) {
      // Those that tried first and seldom make room.
      if (this.from.size >= bounds.log.names) this.from.delete(this.from.keys().next().value!);
      this.from.set(owned(address), tries);
    }
    tries.failures++;
    tries.within = tries.hour === hour ? tries.within + 1 : 1;
    tries.hour = hour;
    if (tries.within > tries.hourly) tries.hourly = tries.within;
  }

  told(top: number): Summary["logins"] {
    const attacks: Attack[] = [...this.from]
      .sort(([, a], [, b]) => b.failures - a.failures)
      .slice(0, top)
      .map(([address, { failures, hourly }]) => ({ address, failures, hourly }));
    return {
      accounts: this.accounts.top(top),
      failures: this.failures,
      failedAccounts: this.failed.top(top),
      attacks,
    };
  }
}
