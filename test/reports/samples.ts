/** Reports as tests write them: what matters is said, the rest is as usual. */

export interface Row {
  ip?: string;
  count?: number;
  disposition?: string;
  dkim?: string;
  spf?: string;
  from?: string;
  /** `d s result`, several parted by commas. */
  signed?: string;
  /** `domain result`. */
  envelope?: string;
  reason?: string;
  comment?: string;
}

export interface Sample {
  org?: string;
  id?: string;
  domain?: string;
  p?: string;
  begin?: number;
  error?: string;
  rows?: Row[];
}

const day = 86_400;
/** 2026-11-01, UTC. */
export const firstOfNovember = 1_793_491_200;

export function dmarcXml(sample: Sample = {}): string {
  const { org = "receiver.example", id = "1", domain = "example.com", p = "reject", rows = [{}], error } = sample;
  const begin = sample.begin ?? firstOfNovember;
  const records = rows.map((row) => {
    const { ip = "192.0.2.1", count = 1, disposition = "none", dkim = "pass", spf = "pass", from = domain } = row;
    const signed = (row.signed ?? `${domain} s1 pass`).split(",").map((one) => one.trim().split(" "));
    const [envelope, result] = (row.envelope ?? `${domain} pass`).split(" ");
    return `<record><row><source_ip>${ip}</source_ip><count>${count}</count><policy_evaluated>
<disposition>${disposition}</disposition><dkim>${dkim}</dkim><spf>${spf}</spf>
${row.reason ? `<reason><type>${row.reason}</type><comment>${row.comment ?? ""}</comment></reason>` : ""}
</policy_evaluated></row><identifiers><header_from>${from}</header_from></identifiers><auth_results>
${signed.map(([d = "", s = "", r = ""]) => (d ? `<dkim><domain>${d}</domain><selector>${s}</selector><result>${r}</result></dkim>` : "")).join("")}
<spf><domain>${envelope}</domain><scope>mfrom</scope><result>${result}</result></spf></auth_results></record>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<feedback><report_metadata><org_name>${org}</org_name><email>dmarc@${org}</email><report_id>${id}</report_id>
<date_range><begin>${begin}</begin><end>${begin + day - 1}</end></date_range>${error ? `<error>${error}</error>` : ""}</report_metadata>
<policy_published><domain>${domain}</domain><p>${p}</p></policy_published>
${records.join("\n")}
</feedback>`;
}

export interface TlsSample {
  org?: string;
  id?: string;
  domain?: string;
  type?: string;
  succeeded?: number;
  /** `type host sessions` each. */
  failures?: string[];
}

export function tlsJson(sample: TlsSample = {}): string {
  const { org = "sender.example", id = "t1", domain = "example.com", type = "sts", succeeded = 10 } = sample;
  const failures = (sample.failures ?? []).map((one) => one.split(" "));
  return JSON.stringify({
    "organization-name": org,
    "date-range": { "start-datetime": "2026-11-01T00:00:00Z", "end-datetime": "2026-11-01T23:59:59Z" },
    "contact-info": `tls@${org}`,
    "report-id": id,
    policies: [
      {
        policy: { "policy-type": type, "policy-domain": domain, "policy-string": [], "mx-host": ["mx1.example.com"] },
        summary: {
          "total-successful-session-count": succeeded,
          "total-failure-session-count": failures.reduce((sum, [, , sessions]) => sum + Number(sessions), 0),
        },
        "failure-details": failures.map(([result, host, sessions]) => ({
          "result-type": result,
          "receiving-mx-hostname": host,
          "sending-mta-ip": "198.51.100.7",
          "failed-session-count": Number(sessions),
        })),
      },
    ],
  });
}

/** A message that carries files, as a receiver sends its reports. */
export function mail(files: readonly { name: string; octets: Uint8Array }[] = [], signature?: string): string {
  const parts = files.map(({ name, octets }) => [
    "--=b",
    `Content-Type: application/octet-stream; name="${name}"`,
    "Content-Transfer-Encoding: base64",
    `Content-Disposition: attachment; filename="${name}"`,
    "",
    Buffer.from(octets).toString("base64").replace(/.{76}/g, "$&\n"),
  ]);
  return [
    "Return-Path: <dmarc@receiver.example>",
    ...(signature ? [`DKIM-Signature: v=1; a=rsa-sha256; ${signature}; h=from;`, "\tbh=AAAA; b=AAAA"] : []),
    "From: dmarc@receiver.example",
    "Subject: Report domain: example.com",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="=b"',
    "",
    "--=b",
    "Content-Type: text/plain",
    "",
    "A report.",
    ...parts.flat(),
    "--=b--",
    "",
  ].join("\n");
}
