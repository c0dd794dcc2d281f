import { defineFact, isAbsent } from "../../fact.js";
import type { Fact } from "../../fact.js";
import { serviceName } from "../../syntax/postfix/master-cf.js";
import { postfixSeen } from "./seen.js";
import { effective, standing } from "./values.js";

/** A setting of main.cf as it is in effect, and the services for which master.cf says otherwise. */
export interface PostfixSetting {
  name: string;
  value: string;
  /** It stands in main.cf; else the value is the default. */
  set: boolean;
  /** Where; 0 where that is not known. */
  line: number;
  services: { service: string; value: string; line: number }[];
}

const made = new Map<string, Fact<"postfix", any>>();

/** Settings of main.cf by name, each expanded; unknown where one of them is. */
export function postfixSettings<Name extends string>(
  ...names: Name[]
): Fact<"postfix", { [N in Name]: PostfixSetting }> {
  const id = `postfix ${names.join(" ")}`;
  let fact = made.get(id);
  if (!fact) made.set(id, (fact = settingsFact(id, names)));
  return fact;
}

const settingsFact = (id: string, names: readonly string[]): Fact<"postfix", Record<string, PostfixSetting>> =>
  defineFact({
    id,
    of: "postfix",
    reaches: "file",
    async gather(of, { ask }) {
      const seen = await ask(postfixSeen, of);
      if (isAbsent(seen)) return seen;
      return Object.fromEntries(
        names.map((name): [string, PostfixSetting] => {
          const stands = standing(seen, name);
          const services = seen.services.flatMap((service) => {
            const own = service.overrides.findLast((one) => one.name === name);
            return own
              ? [{ service: serviceName(service), value: effective(seen, name, service), line: own.line }]
              : [];
          });
          const value = effective(seen, name);
          return [name, { name, value, set: stands !== undefined, line: stands?.line ?? 0, services }];
        }),
      );
    },
  });
