import { absent, defineFact, isAbsent } from "../../fact.js";
import { parseAddressList } from "../../syntax/address-list.js";
import { isHostName } from "../../syntax/domain-name.js";
import { unfolded } from "../../syntax/message.js";
import { message } from "./message.js";

/**
 * The domain of the author, which DMARC is about. Absent where there is not just one: without From, or with authors of
 * several domains, receivers have nothing to go by (RFC 9989 §5.3.1).
 */
export const messageAuthor = defineFact({
  id: "message-author",
  of: "message",
  reaches: "file",
  async gather(of, { ask }) {
    const found = await ask(message, of);
    if (isAbsent(found)) return found;
    const fields = found.fields.filter(({ key }) => key === "from");
    const { mailboxes } = parseAddressList(fields.map(unfolded).join(","));
    const domains = [...new Set(mailboxes.map(({ domain }) => domain))];
    if (fields.length === 0) return absent("the message has no From field");
    if (domains.length === 0) return absent("no address stands in the From field");
    if (domains.length > 1) return absent(`authors of ${domains.length} domains stand in the From field`);
    const [domain] = domains as [string];
    if (!isHostName(domain)) return absent(`the domain in the From field is no domain name: ${domain.slice(0, 100)}`);
    const { local, display } = mailboxes[0]!;
    return { domain, address: `${local}@${domain}`, display };
  },
});
