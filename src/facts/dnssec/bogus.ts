import { absent, defineFact, isAbsent } from "../../fact.js";
import type { RecordType } from "../../net/net.js";
import { mailHosts } from "../mail-hosts.js";
import { outcomes } from "../outcomes.js";
import { type Checked, checked, mustValidate } from "./security.js";
import { vouchedZone } from "./signing.js";

/** Answers that mail hangs on, those that resolvers withhold because their signatures do not hold, and the others. */
export const bogusRecords = defineFact({
  id: "bogus-records",
  of: "domain",
  async gather(name, tools) {
    const questions = [
      () => tried(name, "MX", tools),
      () => tried(name, "TXT", tools),
      () => tried(`_dmarc.${name}`, "TXT", tools),
    ];
    const { learnt, unlearnt } = await outcomes<Checked | null>(questions.map((ask) => ask()));
    const found = learnt.filter((one) => one !== null);
    // What is not there below the domain is told by the proof of its absence.
    const held = found.filter(({ answer }) => answer.name === name || answer.records.length > 0);
    const bogus = held.filter((one) => one.bogus !== null);
    if (bogus.length === 0 && unlearnt[0]) throw unlearnt[0];
    if (held.length === 0) return absent(`${name} is not signed`);
    return { answers: held.map(({ answer }) => answer), bogus: bogus.map(told) };
  },
});

/**
 * Names below a domain and its mail hosts that do not exist, and those whose absence resolvers cannot prove. Senders that
 * use DANE ask for TLSA records of every mail host in a signed zone (RFC 7672 §2.2).
 */
export const bogusDenials = defineFact({
  id: "bogus-denials",
  of: "domain",
  async gather(name, tools) {
    const hosts = await outcomes([tools.ask(mailHosts, name)]);
    const names = hosts.learnt.flatMap((found) => (isAbsent(found) ? [] : found));
    const { learnt, unlearnt } = await outcomes<Checked | null>([
      tried(`_dmarc.${name}`, "TXT", tools),
      ...names.map((host) => tried(`_25._tcp.${host}`, "TLSA", tools)),
    ]);
    const denied = learnt.filter((one) => one !== null && one.answer.records.length === 0) as Checked[];
    const bogus = denied.filter((one) => one.bogus !== null);
    const missing = [...hosts.unlearnt, ...unlearnt];
    if (bogus.length === 0 && missing[0]) throw missing[0];
    if (denied.length === 0) return absent("nothing that is asked for is missing from a signed zone");
    return { answers: denied.map(({ answer }) => answer), bogus: bogus.map(told) };
  },
});

const told = ({ answer, bogus }: Checked) => ({ name: answer.name, type: answer.type, why: bogus!, answer });

/** An answer from a zone that is vouched for; null from others, which nobody holds to signatures. */
async function tried(name: string, type: RecordType, tools: Parameters<typeof checked>[2]): Promise<Checked | null> {
  const found = await checked(name, type, tools);
  if (found.bogus !== null) return found;
  if (isAbsent(await tools.ask(vouchedZone, name))) return null;
  if (!found.answer.ad) await mustValidate(found.answer, tools);
  return found;
}
