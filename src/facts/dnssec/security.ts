import { isAbsent, type Tools } from "../../fact.js";
import { type Answer, NetError, type RecordType } from "../../net/net.js";
import { outcomes } from "../outcomes.js";
import { gapAbove, signing } from "./signing.js";
import { isBelieved, unvalidated, validator } from "./validator.js";

type Asking = Pick<Tools, "ask" | "dns" | "here" | "now">;

/** An answer, or what a resolver that validates withholds because the proof of it does not hold. */
export interface Checked<T extends RecordType = RecordType> {
  answer: Answer<T>;
  /** Why it is withheld, in words; null where it is not. */
  bogus: string | null;
}

/** The same, with how far validation goes (RFC 4033 §5). */
export interface Secured<T extends RecordType = RecordType> extends Checked<T> {
  security: "secure" | "insecure" | "bogus";
  /** Nobody between can have made up what the resolver says of its validation. */
  believed: boolean;
  /** Of what is insecure, the zone that its parent does not vouch for. */
  gap: string | null;
}

/** Extended errors that tell of signatures, and those that tell of servers which could not be reached (RFC 8914 §4). */
const ofSignatures: ReadonlySet<number> = new Set([5, 6, 7, 8, 9, 10, 11, 12, 27]);
const ofNetwork: ReadonlySet<number> = new Set([22, 23]);

/**
 * An answer, also where the resolver withholds it as bogus: it fails, and does not with checking disabled. A failure may
 * as well have passed meanwhile and be remembered by the resolver alone, so that something else has to bear it out.
 */
export async function checked<T extends RecordType>(name: string, type: T, tools: Asking): Promise<Checked<T>> {
  try {
    return { answer: await tools.dns(name, type), bogus: null };
  } catch (error) {
    if (!(error instanceof NetError) || error.code !== "servfail") throw error;
    const { learnt } = await outcomes([tools.dns(name, type, { cd: true, dnssec: true })]);
    const answer = learnt[0];
    const bogus = answer && (await proof(error, answer, tools));
    if (!bogus) throw error;
    return { answer, bogus };
  }
}

/** What bears out that an answer is withheld for its signatures and for nothing else; undefined where nothing does. */
async function proof(error: NetError, answer: Answer, tools: Asking): Promise<string | undefined> {
  const told = error.said?.extended ?? [];
  if (await gapAbove(answer.aliases.at(-1) ?? answer.name, tools)) return undefined; // nothing to hold it to
  const ended = endedAt(answer, tools.now());
  if (ended !== undefined) return `its signature ended on ${ended}`;
  if (told.some((code) => ofSignatures.has(code))) return "its signatures do not hold";
  if (told.some((code) => ofNetwork.has(code))) return undefined;
  const zone = await tools.ask(signing, answer.aliases.at(-1) ?? answer.name);
  if (isAbsent(zone)) return undefined;
  if (await isWithheld(zone.apex, "DNSKEY", tools)) return `the keys of ${zone.apex} do not hold`;
  if (answer.records.length > 0) return undefined;
  const other = answer.type === "A" ? "AAAA" : "A";
  return (await isWithheld(answer.name, other, tools)) ? "the proof of absence does not hold" : undefined;
}

/** The last day on which an answer's signatures held, where none holds any more. */
function endedAt({ signatures = [] }: Answer, now: number): string | undefined {
  const last = Math.max(...signatures.map(({ data }) => data.expiration)) * 1_000;
  return signatures.length > 0 && last < now ? new Date(last).toISOString().slice(0, 10) : undefined;
}

/** Whether the resolver fails at a question that nobody asked it yet, though servers answer by now. */
async function isWithheld(name: string, type: RecordType, { dns }: Pick<Tools, "dns">): Promise<boolean> {
  const { unlearnt } = await outcomes([dns(name, type)]);
  if (unlearnt[0]?.code !== "servfail") return false;
  return (await outcomes([dns(name, type, { cd: true })])).learnt.length > 0;
}

/**
 * How far validation goes for an answer, by the word of the resolver: AD, or that it fails for the signatures alone. An
 * answer without AD is insecure only if some zone on the way is not vouched for. Throws where that cannot be told.
 */
export async function secured<T extends RecordType>(name: string, type: T, tools: Asking): Promise<Secured<T>> {
  const found = await checked(name, type, tools);
  const { answer, bogus } = found;
  const believed = isBelieved(answer, tools.here);
  if (bogus !== null) return { answer, bogus, security: "bogus", believed, gap: null };
  if (answer.ad) return { answer, bogus, security: "secure", believed, gap: null };
  for (const at of [name, ...answer.aliases]) {
    const gap = await gapAbove(at, tools);
    if (!gap) continue;
    if (gap.keys > 0) await mustValidate(answer, tools); // others may ask the wrong side for DS
    return { answer, bogus, security: "insecure", believed, gap: gap.apex };
  }
  await mustValidate(answer, tools);
  throw new NetError("blocked", `${answer.server} does not vouch for ${name} ${type}, though its zones are signed`, {
    because: {
      id: `dnssec ${name}`,
      text: `${answer.server} does not vouch for ${name}, whose zones are signed`,
      next: ["ask another resolver that validates:  --resolver ADDRESS"],
    },
  });
}

/** Throws where the resolver does not validate, so that what it lets pass says nothing. */
export async function mustValidate({ name, server }: Answer, { ask }: Pick<Tools, "ask">): Promise<void> {
  const found = await ask(validator, "here");
  if (!isAbsent(found) && !found.validates) throw unvalidated(name, server);
}
