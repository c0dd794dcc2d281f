import { type ClientRequest, type IncomingMessage, request as httpRequest } from "node:http";
import type { TLSSocket } from "node:tls";
import { bounds } from "../bounds.js";
import { isAddress, isPublic, rangeName, sameAddress } from "../syntax/address.js";
import { coveringName } from "../syntax/host-name-match.js";
import type { Limits } from "./limits.js";
import { type HttpsAnswer, NetError, type Place, type Tls } from "./net.js";
import { stoppedBy } from "./stopped.js";
import { connectTcp } from "./tcp.js";
import { handshake } from "./tls/handshake.js";
import { certificatesIn } from "./tls/pem.js";
import type { TrustStore } from "./tls/trust.js";

export interface Get {
  signal?: AbortSignal | undefined;
  limits: Limits;
  trust: TrustStore;
  /** What to judge the body by, where it is certificates. */
  holding?: TrustStore | undefined;
  /** All addresses of a host. */
  resolve(host: string): Promise<string[]>;
  /** Also addresses and ports that a stranger's name must not lead us to. */
  allowPrivate?: boolean | undefined;
  /** Where a place really is, when it is not there itself; it is contacted, whatever its range. */
  moved?: ((place: Place) => { ip: string; port: number } | undefined) | undefined;
  /** Milliseconds since 1970, to judge the dates of a certificate by. */
  now?: (() => number) | undefined;
  /** Milliseconds for all of it. */
  within?: number | undefined;
}

/**
 * One GET over HTTPS, from the first address that takes the connection; no redirect is followed. The certificate is
 * judged and the answer given all the same. The URL may be a stranger's: only port 443 of public addresses is contacted.
 */
export async function get(url: string, how: Get): Promise<HttpsAnswer> {
  const { signal, limits, within = bounds.https.total } = how;
  const target = targetOf(url, how);
  const stopping = new AbortController();
  const stop = (): void => stopping.abort(stoppedBy(signal!));
  const timer = setTimeout(
    () => stopping.abort(new NetError("timeout", `no whole answer from ${target.host} in ${within / 1000} s`)),
    within,
  );
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  try {
    let failed: NetError | undefined;
    for (const ip of await addressesOf(target, how)) {
      const place = { host: target.host, ip, port: target.port };
      try {
        return await limits.run(place, stopping.signal, () => exchange(target, place, stopping.signal, how));
      } catch (error) {
        if (stopping.signal.aborted) throw stoppedBy(stopping.signal);
        if (!(error instanceof NetError)) throw error;
        if (!failed || failed.said) failed = error; // of several addresses, one that is silent leaves it open
      }
    }
    throw failed!;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

interface Target {
  url: string;
  host: string;
  port: number;
  path: string;
  authority: string;
}

function targetOf(text: string, { allowPrivate }: Get): Target {
  if (!URL.canParse(text)) throw new NetError("malformed", `not a URL: ${text.slice(0, bounds.shown)}`);
  const url = new URL(text);
  const port = Number(url.port || 443);
  if (url.protocol !== "https:" || url.username || url.password || (port !== 443 && !allowPrivate))
    throw new NetError("blocked", `not a plain https URL: ${text.slice(0, bounds.shown)}`);
  const host = url.hostname.replace(/^\[|\]$|\.$/g, "");
  return { url: text, host, port, path: `${url.pathname}${url.search}`, authority: url.host };
}

async function addressesOf({ host, port }: Target, { resolve, allowPrivate, moved }: Get): Promise<string[]> {
  const found = isAddress(host) ? [host] : await resolve(host);
  const [first] = found;
  if (first === undefined) throw new NetError("unreachable", `${host} has no address`);
  const usable = found.filter(
    (ip) => isAddress(ip) && (allowPrivate || isPublic(ip) || moved?.({ host, ip, port }) !== undefined),
  );
  if (usable.length === 0)
    throw new NetError("blocked", `${host} is ${first}, a ${isAddress(first) ? rangeName(first) : "bad"} address`);
  return usable.slice(0, bounds.https.addresses);
}

async function exchange(target: Target, place: Place, signal: AbortSignal, how: Get): Promise<HttpsAnswer> {
  const { host, ip, port } = place;
  const dial = how.moved?.(place);
  const socket = await connectTcp({ ...place, ...(dial && { dial }) }, { signal });
  if (socket === "refused")
    throw new NetError("unreachable", `${host} [${ip}]:${port} refuses connections`, { said: { refused: true } });
  const stop = (): void => void socket.destroy();
  signal.addEventListener("abort", stop);
  try {
    if (!sameAddress(socket.remoteAddress ?? "", (dial ?? place).ip))
      throw new NetError("blocked", `${host} is not at ${ip}`);
    const { secured, tls } = await handshake(socket, { host, trust: how.trust });
    const { response, body, cut } = await answerTo(target, secured);
    const problem = problemOf(tls, host, (how.now ?? Date.now)());
    return {
      url: target.url,
      ip,
      status: response.statusCode ?? 0,
      headers: flat(response.headers),
      body,
      cut,
      tls,
      ...(problem !== undefined && { problem }),
      ...(how.holding && { certificates: certificatesIn(body, how.holding) }),
    };
  } finally {
    signal.removeEventListener("abort", stop);
    socket.destroy();
  }
}

interface Whole {
  response: IncomingMessage;
  body: string;
  cut: boolean;
}

function answerTo({ path, authority, host }: Target, secured: TLSSocket): Promise<Whole> {
  return new Promise((resolve, reject) => {
    const request: ClientRequest = httpRequest({
      createConnection: () => secured,
      path,
      headers: { host: authority, "user-agent": "mailworthy", accept: "*/*", "accept-encoding": "identity" },
      maxHeaderSize: bounds.https.headers,
    });
    let interim = 0;
    request.on("information", () => {
      interim++;
      if (interim > bounds.https.interim) fail(new NetError("limit", `${host} sends one interim answer after another`));
    });
    request.on("error", (error) => fail(failureOf(error, host)));
    request.on("response", (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => {
        body += chunk.toString("latin1");
        if (body.length <= bounds.https.body) return;
        resolve({ response, body: body.slice(0, bounds.https.body), cut: true });
        request.destroy();
      });
      response.on("error", (error) => fail(failureOf(error, host)));
      response.on("end", () => resolve({ response, body, cut: false }));
    });
    request.end();
    function fail(error: NetError): void {
      reject(error);
      request.destroy();
    }
  });
}

function failureOf(error: NodeJS.ErrnoException, host: string): NetError {
  if (error.code === "HPE_HEADER_OVERFLOW") return new NetError("limit", `${host} sends more headers than we take`);
  if (error.code?.startsWith("HPE_")) return new NetError("malformed", `${host} does not answer in HTTP`);
  return new NetError("reset", `${host} ended the connection before its answer was whole`);
}

const flat = (headers: NodeJS.Dict<string | string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]));

/** What is wrong with the certificate for a client that verifies it, in words (RFC 9110 §4.3.4). */
export function problemOf({ chain: [leaf], trust }: Tls, host: string, now: number): string | undefined {
  if (!leaf) return "no certificate was served";
  const covered = isAddress(host)
    ? leaf.ips.some((ip) => sameAddress(ip, host))
    : coveringName(leaf.names, host) !== undefined;
  if (!covered) return `the certificate is not for ${host}`;
  if (now < Date.parse(leaf.notBefore)) return `the certificate is not valid before ${leaf.notBefore}`;
  if (now > Date.parse(leaf.notAfter)) return `the certificate expired at ${leaf.notAfter}`;
  return trust.ok ? undefined : trust.text;
}
