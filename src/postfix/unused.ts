import { isPostfixSetting } from "../data/postfix-release.js";
import { deprecatedSettings, deprecatedTlsSettings } from "../data/postfix-release.js";
import type { Setting } from "../syntax/postfix/main-cf.js";
import type { Service } from "../syntax/postfix/master-cf.js";
import { words } from "../syntax/postfix/words.js";

/** What Postfix makes up for each transport, by the end of its name (postconf(5)). */
const ofTransport =
  /_(?:delivery_slot_(?:cost|discount|loan)|minimum_delivery_slots|initial_destination_concurrency|destination_(?:concurrency_(?:limit|failed_cohort_limit|positive_feedback|negative_feedback)|recipient_limit|rate_delay)|extra_recipient_limit|recipient_(?:limit|refill_limit|refill_delay)|time_limit|transport_rate_delay)$/;

/**
 * Names that main.cf sets and nothing reads: no release knows them, no value names them, and neither a transport, a
 * restriction class nor a table of ldap: or a database has them. They are most often typing errors.
 */
export function unusedSettings(settings: readonly Setting[], services: readonly Service[]): string[] {
  const values = [...settings, ...services.flatMap(({ overrides }) => overrides)].map(({ value }) => value);
  const named = new Set(values.flatMap((value) => [...value.matchAll(/\$[{(]?(\w{1,200})/g)].map(([, name]) => name!)));
  const transports = new Set(services.map(({ name }) => name));
  const classes = new Set(
    settings.flatMap(({ name, value }) => (name === "smtpd_restriction_classes" ? words(value) : [])),
  );
  const sources = new Set(
    values.flatMap((value) =>
      [...value.matchAll(/\b(?:ldap|mysql|pgsql|sqlite|memcache|mongodb):([\w.-]{1,200})/g)].map(([, name]) => name!),
    ),
  );
  return [...new Set(settings.map(({ name }) => name))].filter((name) => {
    if (isPostfixSetting(name) || name in deprecatedSettings || name in deprecatedTlsSettings) return false;
    if (named.has(name) || classes.has(name)) return false;
    const end = ofTransport.exec(name)?.index ?? -1;
    if (end > 0 && transports.has(name.slice(0, end))) return false;
    for (let at = name.indexOf("_"); at > 0; at = name.indexOf("_", at + 1))
      if (sources.has(name.slice(0, at))) return false;
    return true;
  });
}
