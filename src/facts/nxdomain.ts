import { defineFact, isAbsent, type Tools } from "../fact.js";
import { type Answer, NetError } from "../net/net.js";

/** A name that certainly does not exist (RFC 6761 §6.4). Always the same one, so that it can be recorded and replayed. */
const nowhere = "mailworthy-q7x3vz9k2m.invalid";

/** What the resolver says about a name that does not exist: that, or an address of its own invention. */
export const nxdomain = defineFact({
  id: "nxdomain",
  of: "vantage",
  async gather(_, { dns }) {
    const answer = await dns(nowhere, "A");
    return { answer, invented: answer.records.map(({ data }) => data) };
  },
});

/**
 * Throws where addresses may be the resolver's invention: those it gives for a name that does not exist say nothing about
 * one that may. A resolver that could not be tried is not accused.
 */
export async function genuine(answer: Answer<"A"> | Answer<"AAAA">, { ask }: Pick<Tools, "ask">): Promise<void> {
  if (answer.records.length === 0) return;
  const tried = await ask(nxdomain, "here").catch((error: unknown) => {
    if (error instanceof NetError) return undefined;
    throw error;
  });
  if (!tried || isAbsent(tried)) return;
  if (answer.records.every(({ data }) => tried.invented.includes(data))) throw rewritten(answer.name, answer.server);
}

/** The failure to learn anything about a name through a resolver that invents addresses. */
export const rewritten = (name: string, server: string): NetError =>
  new NetError("blocked", `${server} answers for names that do not exist, so its address for ${name} says nothing`, {
    because: {
      id: "env/nxdomain-rewrite",
      text: `resolver ${server} answers for names that do not exist`,
      next: ["use a resolver of your own:  --resolver ADDRESS"],
    },
  });
