import { absent, defineFact } from "../fact.js";

/** The addresses of a host, and how its name leads to them. */
export const addresses = defineFact({
  id: "addresses",
  of: "host",
  async gather(name, { dns }) {
    const [a, aaaa] = await Promise.all([dns(name, "A"), dns(name, "AAAA")]);
    const v4 = a.records.map(({ data }) => data);
    const v6 = aaaa.records.map(({ data }) => data);
    if (v4.length + v6.length === 0) return absent(`${name} has no address`);
    return { v4, v6, all: [...v4, ...v6], answers: { a, aaaa } };
  },
});
