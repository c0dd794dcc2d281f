import { defineFact, isAbsent } from "../fact.js";
import { isWithin } from "../syntax/domain-name.js";
import { organizationalDomain } from "./dmarc/organizational-domain.js";
import { ptr } from "./ptr.js";

/** Whether a name of a sending address stands in the organization of the domain that it sends for. */
export const ptrRelation = defineFact({
  id: "ptr-relation",
  of: "sender",
  async gather({ ip, domain }, { ask }) {
    const found = await ask(ptr, ip);
    if (isAbsent(found)) return found;
    const organization = await ask(organizationalDomain, domain);
    if (isAbsent(organization)) return organization;
    const names = found.names.map(({ name }) => name);
    const related = names.find((name) => isWithin(name, organization)) ?? null;
    return { answer: found.answer, names, organization, related };
  },
});
