import type { X509Certificate } from "node:crypto";
import type { Socket } from "node:net";
import { connect, type EphemeralKeyInfo, type SecureContext, type TLSSocket } from "node:tls";
import { bounds } from "../../bounds.js";
import { isAddress } from "../../syntax/address.js";
import { NetError, type Tls } from "../net.js";
import { alertIn } from "./alert.js";
import { readCertificate } from "./certificate.js";
import { seenBefore } from "./issuers.js";
import { contextFor, type Offer } from "./offer.js";
import type { TrustStore } from "./trust.js";
import { Tunnel } from "./tunnel.js";

export interface Handshake {
  /** Sent as SNI, unless it is an address (RFC 6066 §3). */
  host: string;
  trust: TrustStore;
  offer?: Offer | undefined;
  /** In place of the context that goes with the offer. */
  context?: SecureContext | undefined;
  /** Milliseconds until it is given up. */
  within?: number;
}

/**
 * TLS over an open socket, whatever the certificate. A failure says whether the other side answered: an alert is in
 * `said`, and with the permissive offer also what it sent that is no TLS. That offer explains what went wrong with the
 * usual one, so only then is a tenth more paid for seeing the octets. The socket's end and errors are its opener's.
 */
export function handshake(socket: Socket, how: Handshake): Promise<{ secured: TLSSocket; tls: Tls }> {
  const { host, trust, offer = "default", context = contextFor(offer), within = bounds.tls.handshake } = how;
  return new Promise((resolve, reject) => {
    const tunnel = offer === "permissive" ? new Tunnel(socket) : undefined;
    const secured = connect({
      socket: tunnel ?? socket,
      secureContext: context,
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
      ...(nameable(host) && { servername: host }),
      ...(offer !== "default" && { minDHSize: 1 }),
    });
    const timer = setTimeout(
      () => give(new NetError("timeout", `no TLS handshake in ${within / 1000} s`)),
      Math.max(within, 0),
    );
    const give = (error: NetError): void => {
      clearTimeout(timer);
      secured.destroy();
      reject(error);
    };
    const failed = (error: Error): void => give(failureOf(error, tunnel));
    const closed = (): void => failed(new Error("closed"));
    tunnel?.on("error", failed);
    secured.on("error", () => {});
    secured.once("error", failed);
    secured.once("close", closed);
    secured.once("secureConnect", () => {
      clearTimeout(timer);
      secured.removeListener("error", failed).removeListener("close", closed);
      try {
        resolve({ secured, tls: read(secured, trust) });
      } catch (error) {
        give(error instanceof NetError ? error : new NetError("tls", (error as Error).message));
      }
    });
  });
}

const nameable = (host: string): boolean => !isAddress(host) && /^[a-z0-9_.-]{1,253}$/i.test(host);

/** What an error of a TLS connection means, during the handshake or after it. */
export function failureOf(error: NodeJS.ErrnoException, tunnel?: Tunnel): NetError {
  const alert = alertIn(error);
  if (alert) return new NetError("tls", `the server ended TLS with the alert ${alert}`, { said: { alert } });
  if (tunnel?.heardPlain) {
    const text = tunnel.heard;
    // RFC 5321 §3.8: a server may say at any time that it goes away for now, and then that is all it said.
    if (/^4\d\d[ -]/.test(text)) return new NetError("busy", `in place of TLS: ${text.trimEnd()}`);
    return new NetError("tls", noTls, { said: { text } });
  }
  const { code = "", reason = code } = error as { code?: string; reason?: string };
  if (!/^ERR_(?:SSL|TLS)_/.test(code)) return new NetError("reset", "the server ended the connection");
  return new NetError("tls", foreign.has(reason) ? noTls : `TLS failed on our side: ${reason}`);
}

const noTls = "the server answered with something that is not TLS";
const foreign = new Set(["wrong version number", "http request", "packet length too long"]);

function read(secured: TLSSocket, trust: TrustStore): Tls {
  const group = groupOf(secured.getEphemeralKeyInfo() as EphemeralKeyInfo | null);
  const served = servedBy(secured);
  return {
    version: secured.getProtocol() ?? "unknown",
    cipher: secured.getCipher().standardName,
    ...(group !== undefined && { group }),
    chain: served.map(readCertificate),
    trust: trust.judge(served),
  };
}

/** The certificates in the order in which they came. */
function servedBy(secured: TLSSocket): X509Certificate[] {
  const served: X509Certificate[] = [];
  let at = secured.getPeerX509Certificate();
  for (; at && served.length < bounds.tls.chain; at = at.issuerCertificate) served.push(seenBefore(at));
  return served;
}

function groupOf(info: Partial<EphemeralKeyInfo> | null): string | undefined {
  if (info?.type === "DH") return `DH ${info.size}`;
  return info?.name === undefined ? undefined : (curveNames[info.name] ?? info.name);
}

/** Curves as OpenSSL calls them, by the names that people use. */
const curveNames: Record<string, string> = { prime256v1: "P-256", secp384r1: "P-384", secp521r1: "P-521" };
