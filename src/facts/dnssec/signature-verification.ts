import type { ARCData } from "mailauth";
import type { Tools } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { parseDkimRecord } from "../../syntax/dkim-key.js";
import { nameFault, nameOf } from "../../syntax/domain-name.js";
import { joined } from "../../syntax/record.js";

/** What came of one signature (RFC 8601 §2.7.1). */
export interface Verified {
  result: "pass" | "fail" | "policy" | "neutral" | "temperror";
  /** Why it does not pass, in words. */
  reason: string | null;
  /** Bits of an RSA key. */
  bits: number | null;
}

/** What came of an ARC chain (RFC 8617 §5.2). */
export interface Chain {
  result: "none" | "pass" | "fail" | "temperror";
  reason: string | null;
  /** Sets in the chain. */
  sets: number;
  /** Domains of the seals, the newest last. */
  sealers: string[];
}

export interface Verification {
  /** In the order of the DKIM-Signature fields, from the top. */
  dkim: Verified[];
  arc: Chain;
  /** Keys that nobody answered for. */
  unanswered: NetError[];
  /** Names that certainly hold no key: nothing is there, or the key was revoked. */
  keyless: string[];
}

type Resolver = (name: string, type: string) => Promise<string[][]>;

/**
 * Verifies the signatures of a message, line ends as on the wire (RFC 6376 §6, RFC 8617 §5.2). The mathematics is
 * mailauth's; its questions go to our DNS, so that a key that nobody answered for is told from one that is not there. `at`
 * is when the message was received, by which signatures expire.
 */
export async function verifySignatures(
  octets: string,
  { dns, at }: { dns: Tools["dns"]; at: Date },
): Promise<Verification> {
  const [{ dkimVerify }, { arc }] = await Promise.all([
    import("mailauth/lib/dkim/verify.js"),
    import("mailauth/lib/arc/index.js"),
  ]);
  const unanswered: NetError[] = [];
  const keyless = new Set<string>();
  const resolver: Resolver = async (text) => {
    const name = nameOf(text.replace(/\.$/, "").split("."));
    if (nameFault(name) !== undefined) throw coded("ENOTFOUND");
    const answer = await dns(name, "TXT").catch((error: unknown) => {
      if (!(error instanceof NetError)) throw error;
      unanswered.push(error);
      throw coded("ESERVFAIL");
    });
    if (answer.records.every(({ data }) => parseDkimRecord(joined(data)).data === "")) keyless.add(name);
    if (answer.rcode === "NXDOMAIN") throw coded("ENOTFOUND");
    if (answer.records.length === 0) throw coded("ENODATA");
    return answer.records.map(({ data }) => [...data]);
  };
  const buffer = Buffer.from(octets, "latin1");
  const exact = await dkimVerify(buffer, { resolver, curTime: at, strict: true });
  const dkim = exact.results.filter(({ status }) => status.result !== "none").map(verified);
  const ofDkim = unanswered.length;
  const judged = await arc((exact.arc ?? none) as ARCData, { resolver, strict: true });
  let result = word(judged.status.result);
  if (result === "fail" && unanswered.length === ofDkim) {
    const lenient = await dkimVerify(buffer, { resolver, curTime: at });
    const again = await arc((lenient.arc ?? none) as ARCData, { resolver });
    if (again.status.result === "pass" && onlyByDefault(again.warnings)) result = "pass";
  }
  if (result === "fail" && unanswered.length > 0) result = "temperror";
  const chain = exact.arc?.chain || [];
  return {
    dkim,
    arc: {
      result,
      reason: result === "fail" ? (judged.status.comment ?? null) : null,
      sets: chain.length,
      sealers: chain.map((set) => String(set["arc-seal"]?.parsed?.d?.value ?? "").slice(0, 253)),
    },
    unanswered,
    keyless: [...keyless],
  };
}

const none = { chain: false } as const;

const coded = (code: string): Error => Object.assign(new Error(code), { code });

/** Sealers of before RFC 8617 took another canonicalization where none is named; nothing else is forgiven. */
const onlyByDefault = (warnings: readonly string[] | undefined): boolean =>
  (warnings ?? []).every((warning) => warning === "ams-c-default");

const word = (result: string): Chain["result"] =>
  result === "pass" || result === "none" || result === "temperror" ? result : "fail";

function verified(of: {
  status: { result: string; comment?: string; policy?: unknown };
  modulusLength?: number;
}): Verified {
  const { result, comment } = of.status;
  const known = result === "pass" || result === "fail" || result === "policy" || result === "temperror";
  const weak = result === "policy" && comment === undefined ? "its key is too short" : undefined;
  return {
    result: known ? result : "neutral",
    reason: result === "pass" ? null : (weak ?? comment ?? null),
    bits: of.modulusLength ?? null,
  };
}
