import type { X509Certificate } from "node:crypto";
import type { Socket } from "node:net";
import { connect, type EphemeralKeyInfo, type TLSSocket } from "node:tls";
import { bounds } from "../../bounds.js";
import { isAddress } from "../../syntax/address.js";
import { NetError, type Tls } from "../net.js";
import { alertIn } from "./alert.js";
import { curveName, readCertificate } from "./certificate.js";
import { contextFor, type Offer } from "./offer.js";
import type { TrustStore } from "./trust.js";
import { Tunnel } from "./tunnel.js";

export interface Handshake {
  /** Sent as SNI, unless it is an address (RFC 6066 §3). */
  host: string;
  trust: TrustStore;
  offer?: Offer | undefined;
  /** Milliseconds until it is given up. */
  within?: number;
}

/**
 * TLS over an open socket, whatever the certificate. A failure says whether the other side answered: an alert or plain
 * text is in `said`. The socket's own end and errors are the business of whoever opened it, and end this too.
 */
export function handshake(socket: Socket, how: Handshake): Promise<{ secured: TLSSocket; tls: Tls }> {
  const { host, trust, offer = "default", within = bounds.tls.handshake } = how;
  return new Promise((resolve, reject) => {
    const tunnel = new Tunnel(socket);
    tunnel.on("error", (error) => give(failureOf(error, tunnel)));
    const secured = connect({
      socket: tunnel,
      secureContext: contextFor(offer),
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
    secured.on("error", (error) => give(failureOf(error, tunnel)));
    secured.once("close", () => give(failureOf(new Error("closed"), tunnel)));
    secured.once("secureConnect", () => {
      clearTimeout(timer);
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
    return new NetError("tls", "the server answered with something that is not TLS", { said: { text } });
  }
  const ours = error.code?.startsWith("ERR_SSL_") || error.code?.startsWith("ERR_TLS_");
  if (ours) return new NetError("tls", `TLS failed on our side: ${reasonOf(error)}`);
  return new NetError("reset", "the server ended the connection");
}

const reasonOf = (error: NodeJS.ErrnoException): string =>
  (error as { reason?: string }).reason ?? error.code ?? error.message;

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
  for (; at && served.length < bounds.tls.chain; at = at.issuerCertificate) served.push(at);
  return served;
}

function groupOf(info: Partial<EphemeralKeyInfo> | null): string | undefined {
  if (info?.type === "DH") return `DH ${info.size}`;
  return info?.name === undefined ? undefined : curveName(info.name);
}
