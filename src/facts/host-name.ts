import { absent, defineFact, isAbsent } from "../fact.js";
import { hostForm } from "../syntax/host-form.js";

/** What the name of a host looks like. */
export const hostNameForm = defineFact({
  id: "host-name-form",
  of: "host",
  reaches: "nothing",
  gather: async (name) => ({ form: hostForm(name) }),
});

/** A name that can be looked up; absent where an address, or what only this machine knows, stands in its place. */
export const hostName = defineFact({
  id: "host-name",
  of: "host",
  reaches: "nothing",
  async gather(name, { ask }) {
    const found = await ask(hostNameForm, name);
    if (isAbsent(found)) return found;
    const { form } = found;
    return form === "host-name" || form === "underscore" ? { name } : absent(`${name} is not the name of a host`);
  },
});
