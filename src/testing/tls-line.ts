import { type Certificate, NetError, type Tls, type Trust } from "../net/net.js";
import { canonical, isAddress } from "../syntax/address.js";

type Problem = Exclude<Trust, { ok: true }>["problem"];

const problems: readonly string[] = [
  "self-signed",
  "incomplete",
  "untrusted-root",
  "bad-signature",
  "not-a-ca",
  "purpose",
] satisfies Problem[];

const words: readonly string[] =
  "cn issuer from key signature ca serial sha256 spki der version cipher group trust chain".split(" ");

/**
 * A handshake from the text behind `TLS:`, and from that behind each `TLS+:` for the certificates sent along; see
 * `dialogue` for the words. Throws a SyntaxError for words it does not know, and a NetError for `!alert` and `!text`.
 */
export function handshakeFrom(text: string, along: readonly string[]): Tls {
  const [, kind, rest = ""] = /^!(alert|text)\s+(.+)$/.exec(text) ?? [];
  if (kind === "alert")
    throw new NetError("tls", `the server ended TLS with the alert ${rest}`, { said: { alert: rest } });
  if (kind === "text" && /^4\d\d[ -]/.test(rest)) throw new NetError("busy", `in place of TLS: ${rest}`);
  if (kind === "text")
    throw new NetError("tls", "the server answered with something that is not TLS", { said: { text: rest } });

  const leaf = described(text);
  const problem = leaf.more.get("trust") ?? "ok";
  if (problem !== "ok" && !problems.includes(problem)) throw new SyntaxError(`trust is no "${problem}"`);
  const others = along.map(described);
  for (let at = others.length + 1; at < Number(leaf.more.get("chain") ?? 1); at++)
    others.push(described(`- cn="Test CA ${at}"`));
  const group = leaf.more.get("group");
  return {
    version: leaf.more.get("version") ?? "TLSv1.3",
    cipher: leaf.more.get("cipher") ?? "TLS_AES_256_GCM_SHA384",
    ...(group !== undefined && { group }),
    chain: [leaf, ...others].map((one, at, all) => certificate(one, all[at + 1], at > 0, problem === "self-signed")),
    trust:
      problem === "ok"
        ? { ok: true, root: "CN=Test Root" }
        : { ok: false, problem: problem as Problem, text: `${problem}, by the transcript` },
  };
}

interface Described {
  names: string[];
  until: string;
  more: Map<string, string>;
}

function described(text: string): Described {
  const found: Described = { names: [], until: "2030-01-01", more: new Map() };
  const tokens = text.match(/\w+="[^"]*"|[^\s,]+/g) ?? [];
  for (let token = tokens.shift(); token !== undefined; token = tokens.shift()) {
    const [, word, value] = /^(\w+)=(.*)$/s.exec(token) ?? [];
    if (word !== undefined) {
      if (!words.includes(word)) throw new SyntaxError(`"${word}" means nothing behind TLS:`);
      found.more.set(word, value!.replace(/^"|"$/g, ""));
    } else if (token === "until") found.until = tokens.shift() ?? found.until;
    else if (token !== "-") found.names.push(token);
  }
  return found;
}

function certificate(own: Described, above: Described | undefined, isAbove: boolean, bySelf: boolean): Certificate {
  const { names, until, more } = own;
  const selfSigned = bySelf && !isAbove;
  const subject = subjectOf(own);
  const commonName = /^CN=(.*)/.exec(subject)?.[1];
  const issuer = more.get("issuer") ?? (above ? subjectOf(above) : isAbove ? "CN=Test Root" : "CN=Test CA");
  return {
    subject,
    issuer: selfSigned ? subject : issuer.includes("=") ? issuer : `CN=${issuer}`,
    ...(commonName !== undefined && { commonName }),
    names: names.filter((name) => !isAddress(name)).map((name) => name.toLowerCase()),
    ips: names.filter(isAddress).map(canonical),
    notBefore: moment(more.get("from") ?? "2025-12-01"),
    notAfter: moment(until),
    key: keyFrom(more.get("key") ?? "ec256"),
    signature: more.get("signature") ?? "sha256WithRSAEncryption",
    selfSigned,
    ca: (more.get("ca") ?? String(isAbove)) === "true",
    serial: more.get("serial") ?? "01",
    sha256: more.get("sha256") ?? "00".repeat(32),
    spkiSha256: more.get("spki") ?? "11".repeat(32),
    der: more.get("der") ?? "",
  };
}

function subjectOf({ names, more }: Described): string {
  const cn = more.get("cn") ?? names[0] ?? "unnamed.invalid";
  return cn === "-" ? "O=Test" : `CN=${cn}`;
}

const moment = (date: string): string => (date.includes("T") ? date : `${date}T00:00:00Z`);

function keyFrom(text: string): Certificate["key"] {
  const [, type, size] = /^(rsa|dsa|ec)(\d+)$/.exec(text) ?? [];
  if (type === undefined) return { type: text };
  const bits = Number(size);
  return type === "ec" ? { type, bits, curve: `P-${bits}` } : { type, bits };
}
