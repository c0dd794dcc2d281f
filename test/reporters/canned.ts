import {
  type Check,
  defineCheck,
  defineFact,
  fail,
  NetError,
  type Net,
  type Opening,
  type Out,
  pass,
  type Plan,
  planned,
  type Report,
  type ReporterFormat,
  type ReporterOptions,
  run,
  type Summary,
  type DomainTarget,
  type Target,
  warn,
} from "mailworthy";
import { worldNet } from "mailworthy/testing";

/** Made-up checks that between them say everything a reporter must be able to show. */
const common = {
  why: "Receivers do what they must with such mail.",
  fix: "Mend what is broken.",
  refs: ["RFC 5321 §5.1"],
};

/** What fails, by the first label of the domain. */
const broken = (domain: string): boolean => domain.startsWith("northwind") || domain.startsWith("fabrikam");

const port25 = {
  id: "port-25",
  text: "port 25 is blocked from here",
  next: [
    "on a host that may use port 25:  --record mx.mwr",
    "then here:                       --replay mx.mwr",
    "or leave them out on purpose:    --skip 'smtp/*,tls/*,cert/*'",
  ],
};

const session = defineFact({
  id: "canned-session",
  of: "host",
  async gather(host): Promise<{ expired: boolean }> {
    if (host.endsWith("proseware.example")) {
      throw new NetError("blocked", "port 25 is blocked from here", {
        because: port25,
        seen: [
          {
            kind: "table",
            columns: ["control host", "25", "443"],
            rows: [
              ["mx.control-a.example", "silent", "open"],
              ["mx.control-b.example", "silent", "open"],
            ],
          },
        ],
      });
    }
    if (host === "mx3.northwind.example") {
      throw new NetError("busy", "answers 421; asked again after 30 s", {
        seen: [
          {
            kind: "transcript",
            at: `${host} [192.0.2.27]:25`,
            steps: [
              { at: 40, from: "note", text: "connected" },
              { at: 120, from: "server", text: "421 4.7.0 try again later" },
              { at: 121, from: "client", text: "QUIT" },
            ],
          },
        ],
      });
    }
    return { expired: host === "mx2.northwind.example" };
  },
});

const lookupLimit = defineCheck({
  ...common,
  id: "spf/lookup-limit",
  on: "domain",
  title: "SPF needs at most ten DNS lookups",
  why: "Receivers stop at ten and treat the record as broken, so SPF fails for every message.",
  refs: ["RFC 7208 §4.6.4"],
  role: "sends",
  needs: {},
  verdicts: {
    within: pass("{count} of 10 lookups used"),
    exceeded: fail("{count} lookups; receivers stop at 10, so SPF fails for every message"),
  },
  judge(_, say, { subject: { name } }) {
    if (!broken(name)) return say.within({ count: 4 });
    const leaf = (label: string, cost: number, note?: string) => ({ label, cost, ...(note && { note }), branches: [] });
    return say.exceeded(
      { count: 11 },
      {
        kind: "tree",
        title: `${name} TXT`,
        source: "TTL 3600, ns1.dns.example",
        root: {
          label: name,
          branches: [
            leaf("mx", 1),
            {
              label: "include:_spf.google.example",
              cost: 2,
              branches: [
                leaf("include:_netblocks.google.example", 3),
                leaf("include:_netblocks2.google.example", 4),
                leaf("include:_netblocks3.google.example", 5),
              ],
            },
            { label: "include:_spf.esp.example", cost: 6, branches: [leaf("a:out.esp.example", 7)] },
            {
              label: "include:_spf.crm.example",
              cost: 8,
              branches: [
                leaf("include:a.crm.example", 9),
                leaf("include:b.crm.example", 10),
                leaf("include:c.crm.example", 11, "past the limit"),
              ],
            },
          ],
        },
      },
      {
        text: "replace mx by its two addresses; that makes 10",
        from: "v=spf1 mx include:_spf.google.example include:_spf.esp.example include:_spf.crm.example ~all",
        to: "v=spf1 ip4:192.0.2.25 ip4:192.0.2.26 include:_spf.google.example include:_spf.esp.example include:_spf.crm.example ~all",
      },
    );
  },
});

const spfPresent = defineCheck({
  ...common,
  id: "spf/present",
  on: "domain",
  title: "The domain publishes an SPF record",
  role: "sends",
  needs: {},
  verdicts: { present: pass("{record}") },
  judge: (_, say, { subject: { name } }) =>
    say.present(
      { record: "v=spf1 mx ~all" },
      {
        kind: "records",
        name,
        type: "TXT",
        rcode: "NOERROR",
        server: "ns1.dns.example",
        ad: true,
        records: [{ name, type: "TXT", ttl: 3600, text: '"v=spf1 mx ~all"' }],
      },
    ),
});

const dmarc = defineCheck({
  ...common,
  id: "dmarc/policy",
  on: "domain",
  title: "DMARC asks receivers to act",
  needs: {},
  verdicts: { enforced: pass("p={policy}"), none: warn("p=none: reports only; forged mail is still delivered") },
  judge: (_, say, { subject: { name } }) =>
    name.startsWith("lucerne")
      ? say.enforced({ policy: "reject" })
      : say.none(
          {},
          [
            {
              kind: "records",
              name: `_dmarc.${name}`,
              type: "TXT",
              rcode: "NOERROR",
              server: "ns1.dns.example",
              ad: false,
              records: [
                {
                  name: `_dmarc.${name}`,
                  type: "TXT",
                  ttl: 300,
                  text: '"v=DMARC1; p=none"',
                  file: `zones/${name}.zone`,
                  line: 12,
                },
              ],
            },
            { kind: "diff", from: "v=DMARC1; p=none", to: "v=DMARC1; p=quarantine" },
          ],
          { from: "v=DMARC1; p=none", to: "v=DMARC1; p=quarantine" },
        ),
});

const dkim = defineCheck({
  ...common,
  id: "dkim/present",
  on: "selector",
  title: "The selector has a key",
  needs: {},
  verdicts: { present: pass("{bits}-bit key") },
  judge: (_, say) => say.present({ bits: 2048 }),
});

const greeting = defineCheck({
  ...common,
  id: "smtp/greeting",
  on: "host",
  title: "The host greets",
  needs: { session },
  verdicts: { greets: pass("greets with 220") },
  judge: (_, say) => say.greets(),
});

const starttls = defineCheck({
  ...common,
  id: "tls/offered",
  on: "host",
  title: "The host offers STARTTLS",
  needs: { session },
  verdicts: { offered: pass("STARTTLS offered"), missing: fail("no STARTTLS; mail travels in the clear") },
  judge: (_, say, { subject: { name } }) => (name.endsWith("hostco.example") ? say.missing() : say.offered()),
});

const expiry = defineCheck({
  ...common,
  id: "cert/not-expired",
  on: "host",
  title: "The certificate is valid today",
  needs: { session },
  verdicts: {
    valid: pass("valid"),
    ended: fail("certificate ended {days} days ago; MTA-STS is enforced, so mail is refused"),
  },
  judge: ({ session: { expired } }, say, { subject: { name } }) =>
    expired
      ? say.ended(
          { days: 2 },
          {
            kind: "certificate",
            at: `${name} [192.0.2.26]:25`,
            chain: [
              {
                subject: `CN=${name}`,
                issuer: "C=XX\nO=Example CA\nCN=Example CA R3",
                commonName: name,
                names: [name],
                ips: [],
                notBefore: "2026-08-24T03:11:00Z",
                notAfter: "2026-11-22T03:11:00Z",
                key: { type: "rsa", bits: 2048 },
                signature: "sha256WithRSAEncryption",
                selfSigned: false,
                ca: false,
                serial: "0a",
                sha256: "ab".repeat(32),
                spkiSha256: "cd".repeat(32),
                der: "",
              },
            ],
          },
          {
            text: "renew it, then reload the mail server",
            command: `certbot renew --cert-name ${name} --deploy-hook 'postfix reload'`,
          },
        )
      : say.valid(),
});

const ptr = defineCheck({
  ...common,
  id: "ptr/single",
  on: "sender",
  title: "The address has one name",
  needs: {},
  verdicts: { one: pass("one name"), several: warn("{address} has 2 names; some receivers use only one") },
  judge: (_, say, { subject: { name } }) => (name === "192.0.2.25" ? say.several({ address: name }) : say.one()),
});

const resolver = defineCheck({
  ...common,
  id: "env/resolver",
  on: "vantage",
  title: "The resolver answers",
  needs: {},
  verdicts: { answers: pass("192.0.2.53 answers") },
  judge: (_, say) => say.answers(),
});

export const checks: readonly Check[] = [
  resolver,
  spfPresent,
  lookupLimit,
  dkim,
  dmarc,
  ptr,
  greeting,
  starttls,
  expiry,
] as readonly Check<any, any, any, any>[] as readonly Check[];

const target = (domain: string, more: Partial<DomainTarget> = {}): Target => ({
  domain,
  role: ["sends", "receives"],
  hosts: [`mx1.${domain}`, `mx2.${domain}`],
  selectors: ["s1"],
  ...more,
});

export const northwind = target("northwind.example", {
  hosts: ["mx1.northwind.example", "mx2.northwind.example", "mx3.northwind.example"],
  selectors: ["s1", "s2"],
  senders: ["192.0.2.25", "192.0.2.99"],
});
export const lucerne = target("lucerne-media.example", { senders: ["192.0.2.99"] });
export const parked = target("adatum.example", { role: ["parked"], hosts: ["mx1.adatum.example"] });
export const proseware = target("proseware.example");

/** One domain that shows every status and every kind of exhibit. */
export const all: readonly Target[] = [northwind, proseware, parked, lucerne];

/** Many domains, most of them well; some share a host that is not. */
export const many: readonly Target[] = Array.from({ length: 60 }, (_, at) => {
  if (at % 12 === 1) return target(`fabrikam-${at}.example`);
  if (at % 10 === 2) return target(`contoso-${at}.example`, { hosts: ["mx.hostco.example"] });
  if (at % 15 === 3) return target(`site-${at}.proseware.example`, { hosts: [`mx${at}.proseware.example`] });
  return target(at % 7 === 4 ? `tailspin-${at}.example` : `lucerne-${at}.example`);
});

/** A net in which nothing is found and a run takes 3.1 s. */
function stillNet(): Net {
  const net = worldNet({ now: "2026-11-24T06:03:00Z" });
  const began = net.now();
  let asked = 0;
  return { ...net, now: () => began + (asked++ === 0 ? 0 : 3_100), about: () => ["resolver 192.0.2.53"] };
}

export const wide: Out = { write: () => {}, columns: 80, colour: false, ascii: false, links: false };

/** What a reporter writes of a run over these targets. */
export async function written(
  format: ReporterFormat,
  targets: readonly Target[] = all,
  out: Partial<Out> = {},
  options: ReporterOptions = {},
  more: Partial<Plan> = {},
): Promise<string> {
  let text = "";
  const reporter = format.open({ ...wide, ...out, write: (more) => void (text += more) }, options);
  await run(
    { checks: checks.map(planned), targets, total: targets.length, settings: ["preset recommended"], ...more },
    stillNet(),
    [reporter],
  );
  return text;
}

/** A run's reports as they come, for reporters that are fed by hand. */
export async function recorded(
  targets: readonly Target[] = all,
): Promise<{ opening: Opening; reports: Report[]; summary: Summary }> {
  const reports: Report[] = [];
  let opening: Opening | undefined;
  const summary = await run({ checks: checks.map(planned), targets, total: targets.length }, stillNet(), [
    { start: (said) => void (opening = said), report: (report) => void reports.push(report) },
  ]);
  return { opening: opening!, reports, summary };
}
