import { absent, defineFact, isAbsent } from "../../fact.js";
import { parseStsPolicy } from "../../syntax/mta-sts.js";
import { mtaStsRecords } from "./record.js";
import { pageAt, pageDeadline } from "../web-page.js";

/** Where senders look for the policy of a domain (RFC 8461 §3.3). */
const urlOf = (domain: string): string => `https://mta-sts.${domain}/.well-known/mta-sts.txt`;

/** What stands where the policy of a domain should be; absent where no record says that there is one. */
export const mtaStsPage = defineFact({
  id: "mta-sts-page",
  of: "domain",
  reaches: "https",
  deadline: pageDeadline,
  async gather(name, tools) {
    const found = await tools.ask(mtaStsRecords, name);
    if (isAbsent(found)) return found;
    const url = urlOf(name);
    return { url, ...(await pageAt(url, tools)) };
  },
});

/** The answer of the policy host, whatever it is. */
export const mtaStsServed = defineFact({
  id: "mta-sts-served",
  of: "domain",
  reaches: "https",
  deadline: pageDeadline,
  async gather(name, { ask }) {
    const page = await ask(mtaStsPage, name);
    if (isAbsent(page)) return page;
    return page.answer ?? absent(page.missing);
  },
});

/** The policy as it stands, right or wrong, and though the certificate of its host may be bad. */
export const mtaStsPolicy = defineFact({
  id: "mta-sts-policy",
  of: "domain",
  reaches: "https",
  deadline: pageDeadline,
  async gather(name, { ask }) {
    const answer = await ask(mtaStsServed, name);
    if (isAbsent(answer)) return answer;
    if (answer.status !== 200) return absent(`${answer.url} answers with status ${answer.status}`);
    if (answer.cut) return absent(`what stands at ${answer.url} is too long for a policy`);
    return { answer, policy: parseStsPolicy(answer.body) };
  },
});
