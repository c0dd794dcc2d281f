import { deprecatedSettings, deprecatedTlsSettings } from "../../data/postfix-release.js";
import { defineFact, isAbsent } from "../../fact.js";
import { serviceName } from "../../syntax/postfix/master-cf.js";
import { type PostfixSeen, postfixSeen } from "./seen.js";

/** A setting by a name that is on its way out. */
export interface OldName {
  name: string;
  value: string;
  where: string;
  /** What stands for it today; empty where the default is right. */
  instead: string;
}

/** Settings whose names have changed. */
export const postfixOldNames = oldNames("postfix-old-names", deprecatedSettings);
/** Settings of TLS from before there were levels. */
export const postfixOldTlsSettings = oldNames("postfix-old-tls-settings", deprecatedTlsSettings);

function oldNames(id: string, instead: Readonly<Record<string, string>>) {
  return defineFact({
    id,
    of: "postfix",
    reaches: "file",
    async gather(of, { ask }) {
      const seen = await ask(postfixSeen, of);
      if (isAbsent(seen)) return seen;
      return { settings: placesOf(seen).flatMap((one) => named(one, instead)) };
    },
  });
}

const named = (one: Omit<OldName, "instead">, instead: Readonly<Record<string, string>>): OldName[] =>
  Object.hasOwn(instead, one.name) ? [{ ...one, instead: instead[one.name]! }] : [];

const placesOf = ({ settings, services }: PostfixSeen): Omit<OldName, "instead">[] => [
  ...settings.map(({ name, value }) => ({ name, value, where: "main.cf" })),
  ...services.flatMap((service) =>
    service.overrides.map(({ name, value }) => ({ name, value, where: serviceName(service) })),
  ),
];
