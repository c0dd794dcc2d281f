import { type Absent, defineFact, isAbsent } from "../fact.js";
import { NetError } from "../net/net.js";
import { deniesAll } from "../syntax/spf.js";
import type { Role, Unsure } from "../target.js";
import { mailHosts } from "./mail-hosts.js";
import { mx } from "./mx.js";
import { spfRecord } from "./spf/record.js";

/** Yes, no, or why it could not be learnt. */
type Told = boolean | NetError;

/**
 * What a domain seems to do with mail, by its records. An MX means receiving only. That a domain sends is said by its SPF
 * record; one that takes mail and publishes none is taken to send, since the harm of judging too much is smaller than
 * that of judging too little, and `because` says so. A role that hangs on what nobody answered is neither had nor lacked.
 */
export const roles = defineFact({
  id: "roles",
  of: "domain",
  async gather(name, { ask }) {
    const [exchanges, hosts, spf] = await Promise.all([
      told(ask(mx, name)),
      told(ask(mailHosts, name)),
      told(ask(spfRecord, name)),
    ]);
    const records = spf instanceof NetError ? spf : isAbsent(spf) ? [] : spf.records;
    const hasMx = exchanges instanceof NetError ? exchanges : !isAbsent(exchanges) && exchanges.exchanges.length > 0;
    const receives = takes(hosts, hasMx, records);
    const sends = records instanceof NetError ? records : records.length > 0 ? !records.every(deniesAll) : receives;
    const parked = receives === true || sends === true ? false : allOf(not(receives), not(sends));
    const found = Object.entries({ sends, receives, parked }) as [Role, Told][];
    const unknown = found.find(([, is]) => is instanceof NetError)?.[1] as NetError | undefined;
    return {
      roles: found.filter(([, is]) => is === true).map(([role]) => role),
      declared: false,
      because: `${ofHosts(hosts, hasMx, receives)}; ${ofSpf(records, receives)}`,
      ...(unknown && { unsure: unsure(found, unknown) }),
    };
  },
});

const told = <T>(asked: Promise<T>): Promise<T | NetError> =>
  asked.catch((error: unknown) => {
    if (error instanceof NetError) return error;
    throw error;
  });

/** An address alone makes no mail host of a web server; with an SPF record beside it, it does. */
function takes(hosts: string[] | Absent | NetError, hasMx: Told, records: string[] | NetError): Told {
  if (hasMx instanceof NetError) return hasMx;
  if (hosts instanceof NetError) return hosts;
  if (isAbsent(hosts)) return false;
  if (hasMx) return true;
  return records instanceof NetError ? records : records.length > 0;
}

const not = (is: Told): Told => (is instanceof NetError ? is : !is);
const allOf = (one: Told, other: Told): Told => (one === false || other === false ? false : one === true ? other : one);

function unsure(found: [Role, Told][], { message, because }: NetError): Unsure {
  const which = found.filter(([, is]) => is instanceof NetError).map(([role]) => role);
  return { roles: which, reason: message, ...(because && { cause: because }) };
}

function ofHosts(hosts: string[] | Absent | NetError, hasMx: Told, receives: Told): string {
  if (hasMx instanceof NetError || hosts instanceof NetError) return "its mail hosts could not be learnt";
  if (isAbsent(hosts)) return hosts.reason;
  if (hasMx) return "it has MX records";
  return receives === true ? "it has an address, and SPF" : "it has no MX record";
}

function ofSpf(records: string[] | NetError, receives: Told): string {
  if (records instanceof NetError) return "its SPF record could not be learnt";
  if (records.length > 0) return records.every(deniesAll) ? "SPF lets nobody send" : "SPF lets hosts send";
  return receives === true ? "no SPF record says that nobody may send" : "no SPF record";
}
