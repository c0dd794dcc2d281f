import { testCheck } from "mailworthy/testing";
import check from "../../../checks/cert/not-expired.js";
import { mailHost, secured } from "../mail-host.js";
import { other, own, showing as vouched, unsure } from "../dane/hosts.js";
import { under } from "../mta-sts/policy.js";

const showing = (tls: string) => mailHost(secured(`TLS: mx1.example.com ${tls}`));

/** Nobody knows whether there are TLSA records. */
const silent = vouched("mx1.example.com until 2025-12-30");
silent.zone += "\n_25._tcp.mx1.example.com TLSA !timeout";

testCheck(check, {
  current: [
    showing("until 2026-03-01"),
    showing("until 2026-03-01 issuer=Old\nTLS+: - cn=Old until 2025-06-01\nTLS+: - cn=Old until 2027-01-01"),
    showing("until 2026-03-01 trust=self-signed"),
  ],
  ended: [
    vouched(`mx1.example.com spki=${own} until 2025-12-30`),
    vouched(`mx1.example.com spki=${own} until 2025-12-30`, `3 1 1 ${other}`),
    vouched(`mx1.example.com spki=${own} until 2025-12-30\nTLS+: - cn="Test CA" spki=${other}`, `2 1 1 ${other}`),
    under("enforce", vouched(`mx1.example.com spki=${own} until 2025-12-30`, `3 1 1 ${own}`)),
    under("enforce", silent),
    under("enforce", showing("until 2025-12-30")),
    showing("until 2025-12-30"),
    showing("until 2025-12-31T23:59:59Z trust=incomplete"),
  ],
  early: showing("from=2026-01-02 until 2026-03-01"),
  pinned: [
    vouched(`mx1.example.com spki=${own} until 2025-12-30`, `3 1 1 ${own}`),
    vouched(`mx1.example.com spki=${own} from=2026-01-02 until 2026-03-01`, `3 1 1 ${own}`),
    under("testing", vouched(`mx1.example.com spki=${own} until 2025-12-30`, `3 1 1 ${own}`)),
  ],
  unsure: [unsure(`mx1.example.com spki=${own} until 2025-12-30`), silent],
  unverified: [showing("until 2025-12-30 trust=self-signed"), showing("from=2027-01-01 trust=self-signed")],
  issuer: (["none", "testing", "unknown"] as const).map((mode) =>
    under(mode, showing("until 2026-03-01\nTLS+: - cn=Old until 2025-06-01")),
  ),
  refused: under("enforce", showing("until 2026-03-01\nTLS+: - cn=Old until 2025-06-01")),
  skip: [
    { zone: "example.com MX 0 ." },
    mailHost("S: 220 mx1.example.com\nC: EHLO *\nS: 250 mx1.example.com"),
    mailHost("!refused"),
  ],
  inconclusive: [mailHost("!timeout"), mailHost("S: 421 busy"), mailHost(secured("!reset", ""))],
});
