import { bounds } from "../../bounds.js";
import type { Tools } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { climbed, organizationalDomain, policyLevel } from "../../syntax/dmarc-discovery.js";
import { type DmarcRequest, dmarcRequests, tested } from "../../syntax/dmarc.js";
import { isWithin } from "../../syntax/domain-name.js";
import { exists } from "./policy.js";
import { insist, walk } from "./walk.js";

/** What a receiver has found out about one message before DMARC: its author's domain and who vouches for it. */
export interface DmarcInput {
  /** The domain of the From field. */
  author: string;
  spf: readonly { result: string; domain: string }[];
  dkim: readonly { result: string; domain: string }[];
}

export interface DmarcOutcome {
  result: "pass" | "fail" | "none";
  /**
   * The policy published for the author domain, and what is left of it while `t=y` tests it. Null where none applies, or
   * where the message passes and it could not be learnt.
   */
  policy: DmarcRequest | null;
  applied: DmarcRequest | null;
  policyDomain: string | null;
  /** Null where nothing hangs on it and it could not be learnt. */
  orgDomain: string | null;
  /** Null too: whether the other one aligns could not be learnt, and the message passes all the same. */
  spfAligned: boolean | null;
  dkimAligned: boolean | null;
}

/** DMARC for one message (RFC 9989 §4.4, §4.10). Throws a NetError where the outcome hangs on what nobody answered. */
export async function evaluateDmarc(input: DmarcInput, dns: Tools["dns"]): Promise<DmarcOutcome> {
  const author = plain(input.author);
  const levels = await walk(author, dns);
  insist(levels.slice(0, 1));
  const [own] = levels;
  if (!own!.record) insist(climbed(levels));
  const level = policyLevel(levels);
  const requests = level && dmarcRequests(level.record!);
  const certain = climbed(levels).every(({ unknown }) => unknown === null);
  const orgDomain = certain ? organizationalDomain(levels) : null;
  if (!requests) {
    return {
      result: "none",
      policy: null,
      applied: null,
      policyDomain: null,
      orgDomain,
      spfAligned: false,
      dkimAligned: false,
    };
  }
  const { adkim, aspf, t } = level.record!;
  const [spf, dkim] = await Promise.allSettled([
    anyAligned(input.spf, aspf === "s"),
    anyAligned(input.dkim, adkim === "s"),
  ]);
  const passes = anyTrue([spf, dkim]);
  const asked = level === own ? requests.own : await forSubdomain(passes);
  return {
    result: passes ? "pass" : "fail",
    policy: asked,
    applied: asked && tested(asked, t),
    policyDomain: level.domain,
    orgDomain,
    spfAligned: spf.status === "fulfilled" ? spf.value : null,
    dkimAligned: dkim.status === "fulfilled" ? dkim.value : null,
  };

  async function forSubdomain(passes: boolean): Promise<DmarcRequest | null> {
    const { subdomains, missing } = requests!;
    if (missing === subdomains) return subdomains;
    try {
      return (await exists(author, dns)) ? subdomains : missing;
    } catch (error) {
      if (passes && error instanceof NetError) return null;
      throw error;
    }
  }

  async function anyAligned(identifiers: DmarcInput["spf"], strict: boolean): Promise<boolean> {
    const passed = new Set(identifiers.filter(({ result }) => result === "pass").map(({ domain }) => plain(domain)));
    if (passed.has(author)) return true;
    if (strict) return false;
    const { identifiers: most } = bounds.dmarc;
    const tooMany = new NetError("limit", `only ${most} identifiers of a message are looked at`);
    const walks = [...passed].map((domain, at) => (at < most ? sharesOrganization(domain) : Promise.reject(tooMany)));
    return anyTrue(await Promise.allSettled(walks));
  }

  /** Relaxed alignment. An organizational domain is the domain itself or one above it, so others need no walk. */
  async function sharesOrganization(domain: string): Promise<boolean> {
    const reached = climbed(levels);
    if (!reached.some((above) => isWithin(domain, above.domain))) return false;
    insist(reached);
    const wanted = organizationalDomain(levels);
    if (!isWithin(domain, wanted)) return false;
    const other = climbed(await walk(domain, dns));
    insist(other);
    return organizationalDomain(other) === wanted;
  }
}

/** One that is true is enough; otherwise all of them must be known. */
function anyTrue(outcomes: readonly PromiseSettledResult<boolean>[]): boolean {
  const failed = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as unknown] : []));
  const bug = failed.find((reason) => !(reason instanceof NetError));
  if (bug) throw bug;
  if (outcomes.some((outcome) => outcome.status === "fulfilled" && outcome.value)) return true;
  if (failed.length > 0) throw failed[0];
  return false;
}

/** Lower case, without a last dot. */
const plain = (domain: string): string => domain.toLowerCase().replace(/\.$/, "");
