import type { Answer, Net, RecordType } from "../net/net.js";
import { UsageError } from "../usage.js";
import { defineCommand } from "./command.js";
import { configuring, type Flags, resolving, showing } from "./flags.js";

const { json, color, ascii, width } = showing;

export default defineCommand({
  name: "dns",
  about: "one answer, as mailworthy sees it",
  usage: [["dns NAME [TYPE]", "a name, or an address for its PTR record"]],
  flags: {
    at: {
      value: "SERVER",
      group: "Whom to ask",
      help: "an address or a name of a server; each: every name server of the zone",
    },
    ...resolving,
    ...configuring,
    json,
    color,
    ascii,
    width,
  } satisfies Flags,
  words: { placeholder: "NAME", least: 1, most: 2 },
  exits: ["0 answered, also that there is none   1 servers differ   2 not asked", "3 somebody did not answer"],
  examples: [
    "mailworthy dns example.com MX",
    "mailworthy dns _dmarc.example.com TXT --at each",
    "mailworthy dns 192.0.2.25",
  ],
  async run(shell, flags, [word, kind]) {
    const [{ settle }, { openNet }, { looksOf }] = await Promise.all([
      import("./settings.js"),
      import("./outside.js"),
      import("./terminal.js"),
    ]);
    const name = await nameOf(word!);
    const types = await typesOf(word!, kind);
    // Who names a server wants that one, wherever it is.
    const own = flags.at !== undefined && flags.at !== "each" && { allowPrivate: true };
    const net = await openNet({ ...(await settle(flags, shell)).net, ...own }, shell);
    try {
      const servers = await serversOf(flags.at, name, net);
      const heard = await Promise.all(
        servers.flatMap((server) => types.map((type) => askedOf(net, name, type, server))),
      );
      const differ = types.some((type) => disagree(heard.filter((one) => one.type === type)));
      const { answers, closing } = await import("./answers.js");
      await shell.stdout.write(
        flags.json
          ? `${JSON.stringify(heard, undefined, 2)}\n`
          : answers(heard, looksOf(shell.stdout, shell, flags)) +
              (servers.length > 1 ? closing(servers.length, differ) : ""),
      );
      if (differ) return 1;
      return heard.some(({ unknown }) => unknown !== undefined) ? 3 : 0;
    } finally {
      await net.close?.();
    }
  },
});

/** One question, and what came of it. */
export interface Heard {
  name: string;
  type: RecordType;
  /** The server that was named; the resolver where left out. */
  server?: string;
  took: number;
  answer?: Answer;
  /** Why there is no answer. */
  unknown?: string;
}

async function askedOf(net: Net, name: string, type: RecordType, at: Server | undefined): Promise<Heard> {
  const began = performance.now();
  const asked = { name, type, ...(at && { server: at.name }) };
  try {
    if (at && at.address === undefined) throw new Error(`${at.name} has no address`);
    const answer = await net.dns(name, type, at ? { server: at.address! } : {});
    return { ...asked, took: performance.now() - began, answer };
  } catch (error) {
    return { ...asked, took: performance.now() - began, unknown: (error as Error).message };
  }
}

interface Server {
  name: string;
  address?: string;
}

async function serversOf(at: string | undefined, name: string, net: Net): Promise<(Server | undefined)[]> {
  const { isAddress } = await import("../syntax/address.js");
  const { parentOf } = await import("../syntax/domain-name.js");
  if (at === undefined) return [undefined];
  if (isAddress(at) || /^[[\d].*\]?:\d+$/.test(at)) return [{ name: at, address: at }];
  if (at !== "each") return addressesOf(at, net);
  for (let zone: string | undefined = name; zone !== undefined; zone = parentOf(zone)) {
    const { records } = await net.dns(zone, "NS");
    if (records.length === 0) continue;
    return (await Promise.all(records.map(({ data }) => addressesOf(data, net)))).flat();
  }
  throw new UsageError(`no name server is known for ${name}.`);
}

/** Types that a typing error is compared with. */
const common = ["A", "AAAA", "CAA", "CNAME", "DNSKEY", "DS", "MX", "NS", "PTR", "SOA", "SRV", "TLSA", "TXT"];

async function addressesOf(host: string, net: Net): Promise<Server[]> {
  const answers = await Promise.allSettled([net.dns(host, "A"), net.dns(host, "AAAA")]);
  const addresses = answers.flatMap((answer) =>
    answer.status === "fulfilled" ? answer.value.records.map(({ data }): string => data) : [],
  );
  if (addresses.length === 0) return [{ name: host }];
  return addresses.map((address) => ({ name: `${host} [${address}]`, address }));
}

async function nameOf(word: string): Promise<string> {
  const { familyOf, reversed } = await import("../syntax/address.js");
  if (familyOf(word)) return reversed(word);
  return (await import("../domain.js")).readDomain(word);
}

/** The type that is asked for; without one, what a mail admin most likely wants of such a name. */
async function typesOf(word: string, kind: string | undefined): Promise<RecordType[]> {
  if (kind !== undefined) {
    const { typeCode, typeName } = await import("../net/dns/codes.js");
    const type = kind.toUpperCase() as RecordType;
    const code = typeCode(type);
    if (code > 0 && (typeName(code) === type || /^TYPE\d+$/.test(type))) return [typeName(code)];
    const { nearest } = await import("../nearest.js");
    const meant = nearest(type, common);
    throw new UsageError(`no record type "${kind}".${meant ? ` Did you mean ${meant}?` : ""}`);
  }
  const { familyOf } = await import("../syntax/address.js");
  if (familyOf(word)) return ["PTR"];
  return word.startsWith("_") || word.includes("._") ? ["TXT"] : ["MX", "TXT", "A", "AAAA"];
}

/** Whether servers that answered hold different records, whatever their order and TTL. */
function disagree(heard: readonly Heard[]): boolean {
  const told = heard.flatMap(({ answer }) =>
    answer
      ? [
          `${answer.rcode} ${answer.records
            .map(({ data }) => JSON.stringify(data))
            .sort()
            .join(" ")}`,
        ]
      : [],
  );
  return new Set(told).size > 1;
}
