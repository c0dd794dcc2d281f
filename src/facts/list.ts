import { type Blocklist, blocklist, type Holding } from "../data/blocklist.js";
import { absent, defineFact, type Fact, isAbsent, type Tools } from "../fact.js";
import { type Answer, NetError } from "../net/net.js";
import { reversed } from "../syntax/address.js";
import { type ListAnswer, readListAnswer } from "./list-answer.js";
import { nxdomain, rewritten } from "./nxdomain.js";
import { outcomes } from "./outcomes.js";

/**
 * How a list bears being tried: as the standard wants; it lists everything, or nothing; its zone answers no more; or it is
 * known to be no more, and is not tried.
 */
export type Trial = "works" | "everything" | "nothing" | "parked" | "ended";

/** Entries that a list must have, and must not have (RFC 5782 §5). */
const probes: Readonly<Record<Holding, { listed: string; clean: string }>> = {
  ip4: { listed: "127.0.0.2", clean: "127.0.0.1" },
  ip6: { listed: "::ffff:7f00:2", clean: "::ffff:7f00:1" },
  name: { listed: "test", clean: "invalid" },
};

/** The name under which a list answers for an entry. */
export const listName = (entry: string, holding: Holding, zone: string): string =>
  holding === "name" ? `${entry}.${zone}` : reversed(entry, zone);

/** Asks a list for one entry. */
export async function consult(
  list: Blocklist,
  holding: Holding,
  entry: string,
  { dns }: Pick<Tools, "dns">,
): Promise<{ said: ListAnswer; answer: Answer<"A"> }> {
  try {
    const answer = await dns(listName(entry, holding, list.zone), "A");
    return { said: readListAnswer(list, answer), answer };
  } catch (error) {
    if (!(error instanceof NetError) || error.code === "interrupted") throw error;
    const silence = unheard(list, error.code, "gives no answer");
    throw isOfName(error) ? silence : new NetError(error.code, silence.message, { because: error.because! });
  }
}

/** Whether the one question went unanswered; else what stands in its way stands before all others too. */
const isOfName = ({ because }: NetError): boolean => because === undefined || because.id.startsWith("dns ");

/** That a list could not be heard. What hangs on it is told as one, list by list. */
export function unheard({ zone, name }: Blocklist, code: NetError["code"], why: string, next?: string[]): NetError {
  const text = `${name} ${why}`;
  return new NetError(code, text, { because: { id: `dnsbl ${zone}`, text, ...(next && { next }) } });
}

/** A list that will not answer this resolver: no news of what it lists. */
export const refused = (list: Blocklist, { means }: ListAnswer & { is: "refused" }, server: string): NetError =>
  unheard(list, "blocked", `refuses resolver ${server}: ${means}`, [
    "use a resolver of your own:  --resolver ADDRESS",
    ...(list.key ? [`or a key of your own, in the environment:  ${list.key.env}`] : []),
  ]);

interface Tried {
  trial: Trial;
  answers: Answer<"A">[];
  /** How it came to an end. */
  ended?: string;
}

const trial = (holding: Holding): Fact<"list", Tried> =>
  defineFact<"list", Tried>({
    id: `list-trial-${holding}`,
    of: "list",
    async gather(zone, tools) {
      const list = blocklist(zone);
      if (list.ended !== undefined) return { trial: "ended", answers: [], ended: list.ended };
      const { listed, clean } = (holding === "name" && list.probe) || probes[holding];
      const [must, mustNot] = await Promise.all([
        consult(list, holding, listed, tools),
        consult(list, holding, clean, tools),
      ]);
      const answers = [must.answer, mustNot.answer];
      for (const { said, answer } of [must, mustNot]) {
        if (said.is === "refused") throw refused(list, said, answer.server);
        if (said.is !== "stray") continue;
        const [tried] = (await outcomes([tools.ask(nxdomain, "here")])).learnt;
        if (tried && !isAbsent(tried) && tried.invented.length > 0) throw rewritten(answer.name, answer.server);
        return { trial: "parked", answers };
      }
      // Who sends a key that a list does not know is told that nothing is listed.
      if (must.said.is === "clean" && must.answer.withKey) {
        throw unheard(list, "blocked", "does not know the key it was asked with", [
          `correct the key in the environment:  ${list.key!.env}`,
        ]);
      }
      const isListed = ({ is }: ListAnswer): boolean => is === "listed" || is === "undocumented";
      if (isListed(mustNot.said)) return { trial: "everything", answers };
      return { trial: isListed(must.said) ? "works" : "nothing", answers };
    },
  });

/** A list tried in this run, for each kind of entry that it holds: none is believed that has not passed (RFC 5782 §5). */
export const listTrials = { ip4: trial("ip4"), ip6: trial("ip6"), name: trial("name") };

/** All trials of a list. */
export const listTrial = defineFact({
  id: "list-trial",
  of: "list",
  async gather(zone, { ask }) {
    return Promise.all(
      blocklist(zone).holds.map(async (holding) => {
        const tried = await ask(listTrials[holding], zone);
        if (isAbsent(tried)) throw new NetError("malformed", tried.reason);
        return { holding, ...tried };
      }),
    );
  },
});

/** That a list answers this resolver; nothing can be said of one that is dead. */
export const listAccess = defineFact({
  id: "list-access",
  of: "list",
  async gather(zone, { ask }) {
    const trials = await ask(listTrial, zone);
    if (isAbsent(trials)) return trials;
    const works = trials.find((one) => one.trial === "works");
    return works ? { answers: works.answers } : absent(`${blocklist(zone).name} is no working list`);
  },
});
