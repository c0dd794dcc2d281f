import { absent, defineFact, isAbsent } from "../../fact.js";
import { NetError } from "../../net/net.js";
import { hostForm } from "../../syntax/host-form.js";
import { words } from "../../syntax/postfix/words.js";
import { addresses } from "../addresses.js";
import { reverse } from "../ptr.js";
import { postfixSeen } from "./seen.js";
import { postfixSettings } from "./settings.js";

/** A name that other mail servers see, and whether it can be one of the public network. */
export interface PublicName {
  name: string;
  form: ReturnType<typeof hostForm>;
  /** It ends in a label that is of inside networks only. */
  inside: boolean;
}

const inside = /\.(?:local|localdomain|lan|internal|intranet|home|corp|private|home\.arpa|localhost)$/i; // RFC 6762 §3, RFC 8375

const named = (name: string): PublicName => ({ name, form: hostForm(name), inside: inside.test(name) });

/** The name that this host says in EHLO, and the one that stands for it. */
export const postfixHostName = defineFact({
  id: "postfix-host-name",
  of: "postfix",
  reaches: "file",
  async gather(of, { ask }) {
    const found = await ask(naming, of);
    if (isAbsent(found)) return found;
    const { myhostname, smtp_helo_name, relayhost } = found;
    return {
      ...named(smtp_helo_name.value),
      settings: [myhostname, smtp_helo_name],
      /** All mail goes to one relay, which knows this host. */
      relayed: relayhost.value !== "",
    };
  },
});

/** The addresses that the name in EHLO has in DNS, and whether they lead back to it; absent for a name that can have none. */
export const postfixHostAddresses = defineFact({
  id: "postfix-host-addresses",
  of: "postfix",
  async gather(of, { ask }) {
    const host = await ask(postfixHostName, of);
    if (isAbsent(host)) return host;
    if (host.form !== "host-name" || host.inside) return absent(`${host.name} is no name of the public network`);
    const found = await ask(addresses, host.name);
    if (isAbsent(found)) return { name: host.name, addresses: [], back: [] };
    const back: string[] = [];
    for (const ip of found.all) {
      const pointers = await ask(reverse, ip);
      if (!isAbsent(pointers) && pointers.names.some((name) => name.toLowerCase() === host.name.toLowerCase()))
        back.push(ip);
    }
    return { name: host.name, addresses: found.all, back };
  },
});

/** The domain that is put behind addresses without one; read from its file where main.cf names one. */
export const postfixOrigin = defineFact({
  id: "postfix-origin",
  of: "postfix",
  reaches: "file",
  async gather(of, { ask }) {
    const [seen, found] = [await ask(postfixSeen, of), await ask(naming, of)];
    if (isAbsent(seen)) return seen;
    if (isAbsent(found)) return found;
    const { myorigin, relayhost } = found;
    const inFile = myorigin.value.startsWith("/") ? listIn(seen.lists, myorigin.value, "myorigin")[0] : undefined;
    return { ...named(inFile ?? myorigin.value), setting: myorigin, relayed: relayhost.value !== "" };
  },
});

const naming = postfixSettings("myhostname", "smtp_helo_name", "relayhost", "myorigin");

const classNames = ["mydestination", "virtual_alias_domains", "virtual_mailbox_domains", "relay_domains"] as const;
const classSettings = postfixSettings(...classNames);

/** The domains of each class that main.cf names, or a file or table whose text can be read; `unread` are the others. */
export const postfixDomains = defineFact({
  id: "postfix-domains",
  of: "postfix",
  reaches: "file",
  async gather(of, { ask }) {
    const [seen, found] = [await ask(postfixSeen, of), await ask(classSettings, of)];
    if (isAbsent(seen)) return seen;
    if (isAbsent(found)) return found;
    const unread: string[] = [];
    const classes = classNames.map((name) => ({
      setting: name as string,
      domains: [
        ...new Set(
          words(found[name].value).flatMap((word): string[] => {
            if (!word.includes("/") && !/^[a-z]+:/.test(word)) return [word.toLowerCase()];
            const list = seen.lists[word];
            if (list) return list.map((domain) => domain.toLowerCase());
            unread.push(word);
            return [];
          }),
        ),
      ],
    }));
    // What virtual_alias_domains is by default, the tables of aliases, holds addresses too.
    for (const one of classes) one.domains = one.domains.filter((domain) => !domain.includes("@"));
    return { classes, unread };
  },
});

/** The words of a list in a file. */
function listIn(lists: Readonly<Record<string, string[] | null>>, file: string, setting: string): string[] {
  const found = lists[file];
  if (!found) throw new NetError("blocked", `${setting} is in ${file}, which is not read`);
  return found;
}
