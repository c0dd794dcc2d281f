/** Names that many domains give their DKIM selectors, and whose customers or users do so; gathered in November 2026 from
 * the setup pages of these services. A name tells nothing for certain: anybody may use any. */
export interface CommonSelector {
  selector: string;
  /** Who hands it out; left out where too many do. */
  provider?: string;
}

const of = (provider: string, ...selectors: string[]): CommonSelector[] =>
  selectors.map((selector) => ({ selector, provider }));

export const commonDkimSelectors: readonly CommonSelector[] = [
  ...["default", "dkim", "dkim1", "dkim2", "mail", "key1", "key2", "s1", "s2", "smtp", "x"].map((selector) => ({
    selector,
  })),
  ...of("Google Workspace", "google"),
  ...of("Microsoft 365", "selector1", "selector2"),
  ...of("Apple iCloud", "sig1"),
  ...of("Fastmail", "fm1", "fm2", "fm3"),
  ...of("Proton Mail", "protonmail", "protonmail2", "protonmail3"),
  ...of("Zoho Mail", "zoho", "zmail"),
  ...of("mailbox.org", "mbo0001", "mbo0002"),
  ...of("Migadu", "key3"),
  ...of("Purelymail", "purelymail1"),
  ...of("Gandi", "gm1", "gm2"),
  ...of("IONOS", "s1-ionos", "s2-ionos"),
  ...of("STRATO", "strato-dkim-0002", "strato-dkim-0003"),
  ...of("Hostinger", "hostingermail-a", "hostingermail-b"),
  ...of("Titan", "titan1"),
  ...of("Cloudflare Email Routing", "cf2024-1"),
  ...of("ImprovMX", "dkimprovmx1"),
  ...of("SimpleLogin", "dkim02"),
  ...of("addy.io", "dk1"),
  ...of("Mailchimp", "k1", "k2", "k3"),
  ...of("Mandrill", "mandrill", "mte1"),
  ...of("Mailgun", "pic", "krs", "mailo", "mx"),
  ...of("Mailjet", "mailjet"),
  ...of("SendGrid", "smtpapi"),
  ...of("Postmark", "pm"),
  ...of("Brevo", "brevo1", "brevo2"),
  ...of("Resend", "resend"),
  ...of("Mailtrap", "rwmt1"),
  ...of("Elastic Email", "api"),
  ...of("Klaviyo", "kl", "kl2"),
  ...of("Constant Contact", "ctct1", "ctct2"),
  ...of("Campaign Monitor", "cm"),
  ...of("ActiveCampaign", "acdkim1"),
  ...of("AWeber", "aweber_key_a"),
  ...of("Kit", "cka"),
  ...of("MailerLite", "litesrv", "ml"),
  ...of("MailPoet", "mailpoet1"),
  ...of("Everlytic", "everlytickey1"),
  ...of("Zendesk", "zendesk1"),
  ...of("Help Scout", "strong1"),
  ...of("Intercom", "intercom"),
];
