/** Providers that take and send mail for domains of others: the names by which each is known in MX and in SPF records. */
export interface MailProvider {
  name: string;
  /** The end of the names of its mail hosts. */
  hosts: readonly string[];
  /** What its customers are to include in their SPF record. */
  include: string;
  source: string;
  /** When the source was read. */
  date: string;
}

export const mailProviders: readonly MailProvider[] = [
  {
    name: "Microsoft 365",
    hosts: ["mail.protection.outlook.com", "mx.microsoft"],
    include: "spf.protection.outlook.com",
    source: "https://learn.microsoft.com/microsoft-365/enterprise/external-domain-name-system-records",
    date: "2026-11",
  },
  {
    name: "Google Workspace",
    hosts: ["aspmx.l.google.com", "smtp.google.com", "googlemail.com"],
    include: "_spf.google.com",
    source: "https://support.google.com/a/answer/33786",
    date: "2026-11",
  },
  {
    name: "Fastmail",
    hosts: ["messagingengine.com"],
    include: "spf.messagingengine.com",
    source: "https://www.fastmail.help/hc/en-us/articles/360060591153",
    date: "2026-11",
  },
  {
    name: "Proton Mail",
    hosts: ["protonmail.ch"],
    include: "_spf.protonmail.ch",
    source: "https://proton.me/support/anti-spoofing-custom-domain",
    date: "2026-11",
  },
  {
    name: "iCloud Mail",
    hosts: ["mail.icloud.com"],
    include: "icloud.com",
    source: "https://support.apple.com/102374",
    date: "2026-11",
  },
];
