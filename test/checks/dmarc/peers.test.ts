import { describe, expect, it } from "vitest";
import { examine } from "mailworthy/testing";
import dmarcReject from "../../../checks/parked/dmarc-reject.js";
import enforcement from "../../../checks/dmarc/enforcement.js";
import policyTag from "../../../checks/dmarc/policy-tag.js";
import present from "../../../checks/dmarc/present.js";
import consent from "../../../checks/dmarc/rua-external-auth.js";
import syntax from "../../../checks/dmarc/syntax.js";
import unrelated from "../../../checks/dmarc/unrelated-txt.js";
import version from "../../../checks/dmarc/version-tag.js";

/** What other tools have got wrong about DMARC, by their own reports and code; each case is what they were seen to do. */
type Case = [behaviour: string, check: object, domain: string, zone: string, said: string];

const record = (name: string, text: string): string => `_dmarc.${name} TXT "${text}"\n`;
const own = (text: string): string => record("example.com", text);
const reports = own("v=DMARC1; p=none; rua=mailto:a@reports.example.net");
const agreed = "example.com._report._dmarc.reports.example.net";

const cases: Record<string, Case[]> = {
  "the search for the record": [
    [
      "Internet.nl ended its search where _dmarc exists without a TXT record",
      present,
      "news.example.com",
      `_dmarc.news.example.com A 192.0.2.1\n${own("v=DMARC1; p=reject")}`,
      "inherited",
    ],
    [
      "checkdmarc 5 took the record of the nearest name above for the policy",
      enforcement,
      "a.b.example.com",
      record("b.example.com", "v=DMARC1; p=none") + own("v=DMARC1; p=reject"),
      "rejected",
    ],
    [
      "Internet.nl goes by public suffixes, so it never sees the record of a registry",
      present,
      "example.bank",
      record("bank", "v=DMARC1; p=reject; psd=y"),
      "inherited",
    ],
    [
      "checkdmarc gives up where a subdomain has two records, and does not go on",
      present,
      "news.example.com",
      record("news.example.com", "v=DMARC1; p=none") +
        record("news.example.com", "v=DMARC1; p=reject") +
        own("v=DMARC1; p=quarantine"),
      "inherited",
    ],
    [
      "happyDeliver took a stranger's wildcard for the answer, by way of the resolver's search list",
      present,
      "example.com",
      '*.office.example TXT "v=DMARC1; p=reject"\n_dmarc.example.com.office.example TXT "v=DMARC1; p=reject"',
      "open",
    ],
    [
      "checkdmarc broke on aliases where it looked at DNSSEC",
      present,
      "example.com",
      '; secure example.com\n_dmarc.example.com CNAME d.example.net\nd.example.net TXT "v=DMARC1; p=none"',
      "present",
    ],
  ],
  "what could not be asked": [
    [
      "checkdmarc told a timeout as a fault of DMARC, and Artemis believed it",
      present,
      "example.com",
      "_dmarc.example.com TXT !timeout",
      "inconclusive",
    ],
    [
      "Internet.nl takes SERVFAIL for not available",
      present,
      "example.com",
      "_dmarc.example.com TXT !servfail",
      "inconclusive",
    ],
    [
      "Internet.nl takes an error on the way up for not available",
      present,
      "news.example.com",
      "_dmarc.example.com TXT !servfail",
      "inconclusive",
    ],
  ],
  "the text of the record": [
    ["Internet.nl counts a version in lower case", version, "example.com", own("v=dmarc1; p=reject"), "wrong"],
    ["checkdmarc asks for a semicolon behind the version", version, "example.com", own("v=DMARC1"), "exact"],
    [
      "checkdmarc and Internet.nl want p in the second place",
      syntax,
      "example.com",
      own("v=DMARC1; adkim=s; p=reject"),
      "good",
    ],
    [
      "Internet.nl counts a record with an unknown tag for nothing",
      syntax,
      "example.com",
      own("v=DMARC1; p=reject; x=y"),
      "good",
    ],
    [
      "checkdmarc takes other text at _dmarc for a fault",
      present,
      "example.com",
      own("v=DMARC1; p=none") + own("x=y"),
      "present",
    ],
    [
      "and says nothing of it where that is asked for",
      unrelated,
      "example.com",
      own("v=DMARC1; p=none") + own("x=y"),
      "beside",
    ],
    [
      "checkdmarc broke on octets that are no text",
      present,
      "example.com",
      own("v=DMARC1; p=none") + own("\\255\\254"),
      "present",
    ],
    [
      "checkdmarc stumbled over a record in several strings",
      enforcement,
      "example.com",
      own('v=DMARC1; p=re" "ject'),
      "rejected",
    ],
    ["mailauth trims the blanks before the version", version, "example.com", own(" v=DMARC1; p=reject"), "wrong"],
    [
      "checkdmarc only warns where there is no policy and nobody is told",
      policyTag,
      "example.com",
      own("v=DMARC1"),
      "ignored",
    ],
    [
      "and does the same where reports are asked for, which is another matter",
      policyTag,
      "example.com",
      own("v=DMARC1; rua=mailto:a@example.com"),
      "assumed",
    ],
    [
      "Internet.nl wants one spelling of a policy that rejects",
      dmarcReject,
      "example.com",
      own("v = DMARC1 ;p= REJECT ;sp=Reject"),
      "reject",
    ],
  ],
  "consent to reports": [
    [
      "Internet.nl gave up on two records",
      consent,
      "example.com",
      `${reports}${agreed} TXT "v=DMARC1"\n${agreed} TXT "v=DMARC1"`,
      "agreed",
    ],
    [
      "checkdmarc 5 asks for a name with a star in it",
      consent,
      "example.com",
      `${reports}*._report._dmarc.reports.example.net TXT "v=DMARC1"`,
      "agreed",
    ],
    [
      "Internet.nl goes by public suffixes, so two organizations in one registered domain need no consent",
      consent,
      "mail.example.com",
      record("mail.example.com", "v=DMARC1; p=none; psd=n; rua=mailto:a@example.com") + own("v=DMARC1; p=none"),
      "missing",
    ],
  ],
};

describe.each(Object.entries(cases))("%s", (_, rows) => {
  it.each(rows)("%s", async (_, check, domain, zone, said) => {
    const target = { domain, ...(check === dmarcReject && { role: ["parked"] as const }) };
    const { results } = await examine(check as never, { zone, target });
    expect(results.map(({ status, findings }) => findings[0]?.verdict ?? status)).toEqual([said]);
  });
});
