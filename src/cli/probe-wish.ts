import { hostname, networkInterfaces } from "node:os";
import { resolve } from "node:path";
import { bounds } from "../bounds.js";
import { mailPorts } from "../data/mail-ports.js";
import { readDomain } from "../domain.js";
import { toAscii } from "../idna.js";
import { ownContext, type OwnOffer, tlsVersions } from "../net/tls/offer.js";
import type { Target } from "../probe/places.js";
import type { MechanismName } from "../probe/sasl.js";
import type { Protocol, TlsMode, Wish } from "../probe/wish.js";
import { canonical, familyOf, rangeName } from "../syntax/address.js";
import { isHostName } from "../syntax/domain-name.js";
import { UsageError } from "../usage.js";
import type { Given } from "./flags.js";
import type { probing } from "./probe-flags.js";
import { secretOf } from "./secret.js";
import type { Shell } from "./shell.js";

type Flags = Given<typeof probing>;

/** What the command line asks for, made a target and a wish; throws a UsageError for what makes no sense. */
export async function readProbe(
  word: string,
  flags: Flags,
  shell: Shell,
): Promise<{ target: Target; port: number; wish: Wish }> {
  const { host, port: given } = placeOf(word);
  const { protocol, port, implicit } = wayOf(given, flags);
  const tls: TlsMode = flags.tls ?? (implicit ? "implicit" : "opportunistic");
  const sends = protocol === "smtp" || protocol === "lmtp";
  check(flags, { host, protocol, sends, tls });
  const family = familyWanted(flags);
  const from = flags.from === undefined ? undefined : addressOf("from", flags.from);
  const to = (flags.to ?? []).map((text) => addressOf("to", text));
  const wish: Wish = {
    protocol,
    tls,
    context: contextOf({
      ...(flags["tls-min"] && { min: versionOf(flags["tls-min"]) }),
      ...(flags["tls-max"] && { max: versionOf(flags["tls-max"]) }),
      ...(await clientCertificate(flags, shell)),
    }),
    ...(flags.sni !== undefined && { sni: readDomain(flags.sni) }),
    verify: flags.verify ?? false,
    insecure: flags.insecure ?? false,
    ...heloOf(flags.helo),
    ...(flags.source !== undefined && { source: sourceOf(flags.source) }),
    ...(flags.proxy && {
      proxy: { version: flags.proxy, ...(flags["proxy-from"] !== undefined && { from: flags["proxy-from"] }) },
    }),
    xclient: (flags.xclient ?? []).flatMap((text) => text.trim().split(/\s+/)).map(attributeOf),
    ...(from !== undefined && { from }),
    to,
    pipelining: flags.pipelining ?? true,
    ...(flags["quit-after"] && { quitAfter: flags["quit-after"] }),
    total: flags.timeout ?? bounds.probe.total,
  };
  const message = await messageOf(flags, wish, shell);
  const user = flags.auth;
  const auth =
    user === undefined
      ? undefined
      : {
          user,
          secret: await secretOf(`Password of ${user}: `, flags["password-file"], shell),
          ...(flags.mechanism && { mechanism: flags.mechanism.toUpperCase() as MechanismName }),
        };
  return {
    target: { host, mx: flags.mx ?? false, ...(family && { family }) },
    port,
    wish: { ...wish, ...(auth && { auth }), ...(message && { message }) },
  };
}

/** `mx1.example.com`, `192.0.2.25:587`, `[2001:db8::25]:25`, `2001:db8::25`. */
function placeOf(word: string): { host: string; port?: number } {
  if (familyOf(word)) return { host: canonical(word) };
  const [, inside, name, digits] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(word) ?? [];
  const port = digits === undefined ? undefined : Number(digits);
  const wrong = new UsageError(`"${word}" is no host.`, "mailworthy probe mx1.example.com:25");
  if (port !== undefined && (port < 1 || port > 65_535)) throw new UsageError(`"${digits}" is not a port.`);
  if (inside !== undefined && familyOf(inside) !== 6) throw wrong;
  const host = inside ?? name;
  if (host === undefined) throw wrong;
  return { host: familyOf(host) ? canonical(host) : readDomain(host), ...(port !== undefined && { port }) };
}

const ports: Record<Protocol, { plain: number; implicit: number }> = {
  smtp: { plain: 25, implicit: 465 },
  lmtp: { plain: 24, implicit: 24 },
  imap: { plain: 143, implicit: 993 },
  pop3: { plain: 110, implicit: 995 },
  sieve: { plain: 4190, implicit: 4190 },
};

function wayOf(given: number | undefined, flags: Flags): { protocol: Protocol; port: number; implicit: boolean } {
  const known = given === undefined ? undefined : mailPorts[given];
  const protocol = (flags.lmtp ? "lmtp" : flags.protocol) ?? known?.protocol ?? "smtp";
  const port = given ?? ports[protocol][flags.tls === "implicit" ? "implicit" : "plain"];
  return { protocol, port, implicit: known?.implicit ?? false };
}

/** Flags that do not go together. */
function check(
  flags: Flags,
  { host, protocol, sends, tls }: { host: string; protocol: Protocol; sends: boolean; tls: TlsMode },
): void {
  const end = flags["quit-after"];
  const { auth } = flags;
  const [to, xclient, header, attach] = [flags.to ?? [], flags.xclient ?? [], flags.header ?? [], flags.attach ?? []];
  const letter =
    flags.send || flags.data !== undefined || flags.body !== undefined || header.length + attach.length > 0;
  const whole = flags.data !== undefined && (flags.body !== undefined || header.length + attach.length > 0);
  const [field] = header.filter((line) => !/^[!-9;-~]+:[^\r\n\0]*$/.test(line));
  const faults: readonly (readonly [boolean, string, string?])[] = [
    [flags.lmtp === true && protocol !== "lmtp", "--lmtp and another --protocol."],
    [
      !sends && (auth !== undefined || to.length > 0 || xclient.length > 0 || letter),
      `${protocol} is probed up to TLS, no further.`,
    ],
    [letter && to.length === 0, "a message needs somebody to go to.", "--to ADDRESS"],
    [whole, "--data is a whole message; --body, --header and --attach make another."],
    [field !== undefined, `"${field}" is no field of a header.`, "--header 'Subject: a test'"],
    [to.length > bounds.probe.recipients, `more than ${bounds.probe.recipients} recipients.`],
    [flags.mx === true && familyOf(host) !== undefined, `${host} is an address; --mx takes a domain.`],
    [flags.mechanism !== undefined && auth === undefined, "--mechanism needs --auth USER."],
    [flags["password-file"] !== undefined && auth === undefined, "--password-file needs --auth USER."],
    [auth !== undefined && /[\0\r\n]/.test(auth), "--auth: a name is one line."],
    [flags["proxy-from"] !== undefined && !flags.proxy, "--proxy-from needs --proxy v1 or v2."],
    [(flags["tls-cert"] === undefined) !== (flags["tls-key"] === undefined), "--tls-cert and --tls-key go together."],
    [flags.ipv4 === true && flags.ipv6 === true, "--ipv4 and --ipv6: leave both out for all addresses."],
    [flags["password-file"] === "-" && flags.data === "-", "standard input is either the password or the message."],
    [end === "auth" && auth === undefined, "--quit-after auth needs --auth USER."],
    [end === "xclient" && xclient.length === 0, "--quit-after xclient needs --xclient."],
    [end === "rcpt" && to.length === 0, "--quit-after rcpt needs --to ADDRESS."],
    [end === "data" && !letter, "--quit-after data needs --send, --body or --data."],
    [end === "tls" && tls === "none", "--quit-after tls with --tls none never gets there."],
    [end === "mail" && !sends, `${protocol} has no MAIL.`],
  ];
  const fault = faults.find(([wrong]) => wrong);
  if (fault) throw new UsageError(fault[1], fault[2]);
}

function familyWanted(flags: Flags): 4 | 6 | undefined {
  if (flags.ipv4) return 4;
  if (flags.ipv6) return 6;
  // Both ends of a connection are of one family.
  for (const name of ["source", "proxy-from"] as const) {
    const ip = flags[name];
    if (ip === undefined) continue;
    const family = familyOf(ip);
    if (!family) throw new UsageError(`--${name}: "${ip}" is no address.`);
    return family;
  }
  return undefined;
}

function sourceOf(text: string): string {
  const own = Object.values(networkInterfaces()).flatMap(
    (known) => known?.map(({ address }) => canonical(address)) ?? [],
  );
  const ip = canonical(text);
  if (!own.includes(ip) && rangeName(ip) !== "loopback")
    throw new UsageError(`--source: ${ip} is no address of this machine.`, own.join(", "));
  return ip;
}

/** An address as it stands between the brackets of MAIL and RCPT; `<>` for the empty reverse-path. */
function addressOf(flag: "from" | "to", text: string): string {
  const inner = /^<(.*)>$/.exec(text)?.[1] ?? text;
  if (inner === "" && flag === "from") return "";
  const wrong = (): UsageError => new UsageError(`--${flag}: "${text}" is no address.`, `--${flag} ada@example.com`);
  if (/[\p{Cc}<> ]/u.test(inner) || inner === "") throw wrong();
  const at = inner.lastIndexOf("@");
  if (at < 0) {
    if (flag === "to" && inner.toLowerCase() === "postmaster") return inner; // RFC 5321 §4.5.1
    throw wrong();
  }
  const domain = inner.slice(at + 1);
  const ascii = /^[!-~]+$/.test(domain) ? domain : toAscii(domain);
  if (at === 0 || ascii === undefined || ascii === "") throw wrong();
  return `${inner.slice(0, at)}@${ascii}`;
}

/** The name of this host where it has a full one: many servers look for that. Else the session takes its address. */
function heloOf(text: string | undefined): { helo?: string } {
  if (text !== undefined) {
    if (text === "" || /[^!-~]/.test(text))
      throw new UsageError(`--helo: "${text}" is no name.`, "--helo mail.example.com");
    return { helo: text };
  }
  const own = hostname().toLowerCase();
  return own.includes(".") && isHostName(own) ? { helo: own } : {};
}

const known = ["ADDR", "NAME", "PORT", "PROTO", "HELO", "LOGIN", "DESTADDR", "DESTPORT"];

/** An attribute of XCLIENT, its value as xtext (RFC 3461 §4). */
function attributeOf(text: string): string {
  const [, name = "", value = ""] = /^([a-z]+)=(.+)$/i.exec(text) ?? [];
  if (!known.includes(name.toUpperCase()))
    throw new UsageError(
      `--xclient: "${text}" is no attribute.`,
      `--xclient 'ADDR=192.0.2.1'; there is ${known.join(", ")}`,
    );
  const plain = name.toUpperCase().endsWith("ADDR") && familyOf(value) === 6 ? `IPV6:${value}` : value;
  const written = Array.from(Buffer.from(plain, "utf8"), (octet) =>
    octet > 32 && octet < 127 && octet !== 43 && octet !== 61
      ? String.fromCharCode(octet)
      : `+${octet.toString(16).toUpperCase().padStart(2, "0")}`,
  );
  return `${name.toUpperCase()}=${written.join("")}`;
}

const versionOf = (text: string): NonNullable<OwnOffer["min"]> =>
  tlsVersions.find((version) => version === `TLSv${text.replace(/\.0$/, "")}`)!;

function contextOf(offer: OwnOffer): Wish["context"] {
  const { min = "TLSv1.2", max = "TLSv1.3" } = offer;
  // Who names the newest version only wants that and older ones.
  const least = offer.min === undefined && tlsVersions.indexOf(max) < tlsVersions.indexOf(min) ? max : min;
  if (tlsVersions.indexOf(least) > tlsVersions.indexOf(max)) throw new UsageError("--tls-min is above --tls-max.");
  try {
    return ownContext({ ...offer, min: least, max });
  } catch (error) {
    throw new UsageError(`--tls-cert and --tls-key: ${(error as Error).message}.`, "a certificate and its key, PEM");
  }
}

async function clientCertificate(flags: Flags, shell: Shell): Promise<OwnOffer> {
  const { "tls-cert": cert, "tls-key": key } = flags;
  if (cert === undefined || key === undefined) return {};
  const { readText } = await import("../load.js");
  return { cert: await readText(resolve(shell.cwd, cert), cert), key: await readText(resolve(shell.cwd, key), key) };
}

/** The message that is to be sent, where one is. */
async function messageOf(flags: Flags, wish: Wish, shell: Shell): Promise<Uint8Array | undefined> {
  const { send, data, body } = flags;
  const [header, attach] = [flags.header ?? [], flags.attach ?? []];
  if (data !== undefined) return octetsOf(data, shell);
  if (!send && body === undefined && header.length + attach.length === 0) return undefined;
  const { letter } = await import("../probe/letter.js");
  const attachments: { filename: string; content: Buffer }[] = [];
  for (const file of attach)
    attachments.push({ filename: file.split("/").at(-1)!, content: await octetsOf(file, shell) });
  const from =
    wish.from ?? (flags.auth?.includes("@") ? flags.auth : wish.helo === undefined ? "" : `probe@${wish.helo}`);
  return letter({
    from,
    to: wish.to,
    headers: header,
    ...(body !== undefined && { body }),
    attachments,
    now: Date.now(),
  });
}

async function octetsOf(file: string, shell: Shell): Promise<Buffer> {
  if (file === "-") {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of shell.stdin.octets()) {
      if ((size += chunk.length) > bounds.probe.size) throw tooLong("standard input");
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }
  const [{ readFile }, { NetError }] = await Promise.all([import("../net/file.js"), import("../net/net.js")]);
  const found = await readFile(resolve(shell.cwd, file)).catch((error: unknown) => {
    throw error instanceof NetError ? new UsageError(`${error.message}.`) : error;
  });
  if (found.outcome === "missing") throw new UsageError(`no file "${file}".`);
  if (found.size > Math.min(bounds.probe.size, bounds.message.size)) throw tooLong(file);
  return Buffer.from(found.octets, "latin1");
}

const tooLong = (what: string): UsageError =>
  new UsageError(`${what} is longer than ${bounds.probe.size / 1024 / 1024} MB.`);
