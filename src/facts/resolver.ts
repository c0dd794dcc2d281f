import { defineFact } from "../fact.js";

/** That the resolver answers at all: the name servers of the root, which every resolver knows. */
export const resolver = defineFact({
  id: "resolver",
  of: "vantage",
  async gather(_, { dns }) {
    return { answer: await dns(".", "NS") };
  },
});
