import {
  across,
  defineCheck,
  exchangesAt,
  facts,
  findingsOf,
  isWithin,
  joined,
  mailDomains,
  pass,
  setAt,
  shownBoth,
  sidesOf,
  spfAt,
  warn,
  type Zone,
} from "mailworthy";

/** How a domain's TXT records prove to a vendor that it is the customer's, and what of the vendor it uses then. */
const vendors: readonly { name: string; token: RegExp; hosts: readonly string[]; include: readonly string[] }[] = [
  {
    name: "Google",
    token: /^google-site-verification=/i,
    hosts: ["google.com", "googlemail.com"],
    include: ["_spf.google.com"],
  },
  {
    name: "Microsoft 365",
    token: /^ms=ms\d+$/i,
    hosts: ["mail.protection.outlook.com", "mx.microsoft"],
    include: ["spf.protection.outlook.com"],
  },
  {
    name: "Zoho",
    token: /^zoho-verification=/i,
    hosts: ["zoho.com", "zoho.eu"],
    include: ["zoho.com", "zohomail.com"],
  },
  { name: "Brevo", token: /^brevo-code:/i, hosts: [], include: ["spf.brevo.com", "spf.sendinblue.com"] },
  {
    name: "Proton Mail",
    token: /^protonmail-verification=/i,
    hosts: ["protonmail.ch"],
    include: ["_spf.protonmail.ch"],
  },
  { name: "iCloud Mail", token: /^apple-domain=/i, hosts: ["mail.icloud.com"], include: ["icloud.com"] },
  { name: "Mail.ru", token: /^mailru-verification:/i, hosts: ["mail.ru"], include: ["_spf.mail.ru"] },
];

/** Whether a domain takes mail at a vendor's hosts, or lets it send. */
function uses(zone: Zone, domain: string, { hosts, include }: (typeof vendors)[number]): boolean {
  if (exchangesAt(zone, domain).some((host) => hosts.some((end) => isWithin(host, end)))) return true;
  const spf = spfAt(zone, domain);
  const terms = spf ? joined(spf.data).toLowerCase().split(" ") : [];
  return include.some((name) => terms.some((term) => term.replace(/^\+/, "") === `include:${name}`));
}

export default defineCheck({
  id: "change/vendor-token-removed",
  on: "zone",
  title: "The proof for a mail vendor stays while it is used",
  why: "Vendors look again whether the domain is still their customer's, and stop its mail where the proof is gone.",
  fix: "Keep the TXT record of the vendor until neither MX nor SPF needs it.",
  needs: { zone: across(facts.proposedZone) },
  verdicts: {
    kept: pass("no vendor in use loses its proof"),
    removed: warn("{domain} loses the TXT record that proves it to {vendor}, which its mail still uses"),
  },
  judge({ zone }, say) {
    const sides = sidesOf(zone);
    const { before, after } = sides;
    const proves = (side: Zone, domain: string, token: RegExp): boolean =>
      setAt(side, domain, "TXT").some(({ data }) => token.test(joined(data)));
    const found = findingsOf(sides, mailDomains(before.origin, before.records), ({ domain }) =>
      vendors
        .filter(({ token }) => proves(before, domain, token) && !proves(after, domain, token))
        .filter((vendor) => uses(after, domain, vendor))
        .map(({ name }) => say.removed({ domain, vendor: name }, shownBoth(sides, domain, "TXT"))),
    );
    return found.length > 0 ? found : say.kept();
  },
});
