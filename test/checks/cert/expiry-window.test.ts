import { testCheck } from "mailworthy/testing";
import check from "../../../checks/cert/expiry-window.js";
import { other, own, showing, unsure } from "../dane/hosts.js";
import { mailHost, secured } from "../mail-host.js";
import { under } from "../mta-sts/policy.js";

/** A certificate with so much left, in hours, of a life in days, on 2026-01-01. */
function left(hours: number, life: number) {
  const now = Date.parse("2026-01-01T00:00:00Z");
  const until = new Date(now + hours * 3_600_000).toISOString();
  const from = new Date(Date.parse(until) - life * 86_400_000).toISOString();
  return mailHost(secured(`TLS: mx1.example.com until ${until} from=${from}`));
}
const days = (count: number, life: number) => left(24 * count, life);

/** Five days left of a year, with a record of this key. */
const pinned = (key: string) => showing(`mx1.example.com spki=${own} from=2025-01-01 until 2026-01-06`, `3 1 1 ${key}`);

testCheck(check, {
  ample: [
    days(30, 398),
    days(22.5, 90),
    days(11.25, 45),
    left(40, 160 / 24),
    { ...days(25, 398), options: { warn: 20 } },
  ],
  short: [
    pinned(own),
    under("testing", pinned(own)),
    unsure("mx1.example.com from=2025-01-01 until 2026-01-06"),
    days(29, 398),
    days(22, 90),
    days(11, 45),
    left(39, 160 / 24),
    days(7, 90),
    days(4.5, 45),
    left(16, 160 / 24),
  ],
  ending: [
    pinned(other),
    under("enforce", pinned(own)),
    days(6.9, 398),
    days(6.9, 90),
    days(4.4, 45),
    left(15, 160 / 24),
  ],
  skip: [
    mailHost(secured("TLS: mx1.example.com until 2025-12-30")),
    mailHost(secured("TLS: mx1.example.com from=2026-02-01 until 2026-12-30")),
    mailHost(secured("TLS: mx1.example.com until 2026-01-02 trust=self-signed")),
    mailHost("!refused"),
  ],
  inconclusive: mailHost("S: 421 busy"),
});
