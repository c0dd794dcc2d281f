import { isBefore, postfixDefault, unexpandedSettings } from "../../data/postfix-release.js";
import { NetError } from "../../net/net.js";
import { expand, ExpansionError, type Lookup, UnknownSetting } from "../../syntax/postfix/expand.js";
import { oneSpaced } from "../../syntax/postfix/main-cf.js";
import type { Service } from "../../syntax/postfix/master-cf.js";
import type { PostfixSeen } from "./seen.js";

/** The value of a setting as Postfix works with it, for one service or for all. Throws a NetError where it is not known. */
export function effective(seen: PostfixSeen, name: string, service?: Service): string {
  const lookup = lookupIn(seen, service);
  const raw = lookup(name);
  try {
    if (raw === null) throw new UnknownSetting(name);
    return unexpandedSettings.has(name) ? (raw ?? "") : oneSpaced(expand(raw ?? "", lookup));
  } catch (error) {
    if (error instanceof UnknownSetting) throw notKnown(seen, error.setting);
    if (error instanceof ExpansionError) throw new NetError("malformed", `${name} in main.cf: ${error.message}`);
    throw error;
  }
}

/** The setting where it stands, for a service or for all; undefined where it stands nowhere. */
export const standing = (seen: PostfixSeen, name: string): PostfixSeen["settings"][number] | undefined =>
  seen.settings.findLast((setting) => setting.name === name);

function lookupIn(seen: PostfixSeen, service: Service | undefined): Lookup {
  const { release, unset } = seen;
  const own = new Map(service?.overrides.map(({ name, value }) => [name, value]));
  const set = new Map(seen.settings.map(({ name, value }) => [name, value]));
  const lookup: Lookup = (name) => {
    const said = own.get(name) ?? set.get(name);
    if (said !== undefined) return said;
    if (name === "service_name" && service) return service.name.slice(service.name.lastIndexOf(":") + 1);
    if (unset && Object.hasOwn(unset, name)) return unset[name];
    if (name === "config_directory") return "/etc/postfix";
    if (name === "mydomain") return domainOf(set.get("myhostname"));
    if (name === "mail_version") return release;
    const known = postfixDefault(name, release);
    // Asked of its own tools, Postfix has told all it knows; what came after its release is not there.
    return known === null && unset && !isRuntime(name) ? undefined : known;
  };
  return lookup;
}

const isRuntime = (name: string): boolean => /^(?:process_|service_name$)/.test(name);

/** What Postfix takes for its domain where that is not set (postconf(5), mydomain). */
function domainOf(hostName: string | undefined): string | null {
  if (hostName === undefined || hostName.includes("$")) return null;
  const dot = hostName.indexOf(".");
  return dot < 0 ? "localdomain" : hostName.slice(dot + 1);
}

function notKnown({ folder, release, live }: PostfixSeen, setting: string): NetError {
  const text = `${setting} is not set in ${folder}, and what it is then is not known`;
  if (live) return new NetError("blocked", text);
  const known = release !== null && !isBefore(release, "3.6");
  const because = known
    ? {
        id: "postfix machine",
        text: "what Postfix takes from its own machine is not in a copy of its files",
        next: ["on that machine: sudo mailworthy postfix"],
      }
    : {
        id: "postfix release",
        text: "the release of Postfix is not in a copy of its files, and defaults differ between releases",
        next: ["--release 3.7.11 says it; postconf mail_version tells it"],
      };
  return new NetError("blocked", text, { because });
}
