import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { createServer, type TlsOptions } from "node:tls";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Tls } from "../../../src/net/net.js";
import { handshake, type Handshake } from "../../../src/net/tls/handshake.js";
import { trustStore } from "../../../src/net/tls/trust.js";
import { intermediate, issue, leaf, root } from "../authority.js";

const trust = trustStore({ ca: root.cert });

async function against(options: TlsOptions, how: Partial<Handshake> = {}): Promise<{ tls: Tls; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer({ key: leaf.key, cert: leaf.cert, ...options }, (socket) => {
    socket.on("error", () => {});
    asked.push(String((socket as { servername?: string | false }).servername));
  });
  server.on("tlsClientError", () => {});
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  socket.on("error", () => {});
  await once(socket, "connect");
  const secured = once(server, "secureConnection");
  const { tls } = await handshake(socket, { host: "mx1.example.com", trust, ...how });
  await secured;
  return { tls, asked };
}

describe("a handshake", () => {
  it.each([
    ["mx1.example.com", "mx1.example.com"],
    ["_odd.example.com", "_odd.example.com"],
    ["192.0.2.1", "false"],
    ["2001:db8::1", "false"],
    ["a b\0", "false"],
    ["x".repeat(300), "false"],
  ])("with %j asks for %s", async (host, name) => {
    expect((await against({}, { host })).asked).toEqual([name]);
  });

  it("tells version, cipher and group by their standard names", async () => {
    const { tls } = await against({
      maxVersion: "TLSv1.2",
      ciphers: "ECDHE-RSA-AES128-GCM-SHA256",
      ecdhCurve: "P-256",
    });
    expect(tls).toMatchObject({
      version: "TLSv1.2",
      cipher: "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
      group: "P-256",
    });
  });

  it("tells the bits of a Diffie-Hellman group, and that there is none", async () => {
    const dh = { maxVersion: "TLSv1.2", ciphers: "DHE-RSA-AES128-GCM-SHA256", dhparam: "auto" } as const;
    expect((await against(dh)).tls).toMatchObject({ group: "DH 2048" });
    const rsa = { maxVersion: "TLSv1.2", ciphers: "AES128-GCM-SHA256" } as const;
    expect((await against(rsa)).tls).not.toHaveProperty("group");
  });

  it("keeps certificates in the order served, and judges them in any", async () => {
    const { tls } = await against({ cert: leaf.cert + root.cert + intermediate.cert });
    expect(tls.chain.map(({ commonName }) => commonName)).toEqual([
      "mx1.example.com",
      "Test Root",
      "Test Intermediate",
    ]);
    expect(tls.trust).toEqual({ ok: true, root: "CN=Test Root" });
  });

  it.each([
    ["a self-signed certificate", issue({ name: "self.example.com" }), "self-signed"],
    [
      "an expired one",
      issue({ name: "old.example.com", from: "2019-01-01", until: "2020-01-01", by: root }),
      undefined,
    ],
    ["one for clients", issue({ name: "client.example.com", by: root, use: "clientAuth" }), "purpose"],
  ])("is completed with %s", async (_, { cert, key }, problem) => {
    const { tls } = await against({ cert, key });
    expect(tls.trust).toMatchObject(problem ? { ok: false, problem } : { ok: true });
  });

  it("meets weak keys with the permissive offer", async () => {
    const weak = issue({ name: "weak.example.com", bits: 1024, digest: "sha1", by: root });
    const served = { ...weak, ciphers: "DEFAULT@SECLEVEL=0" };
    const { tls } = await against(served, { offer: "permissive" });
    expect(tls.chain[0]).toMatchObject({ key: { type: "rsa", bits: 1024 }, signature: "sha1WithRSAEncryption" });
  });
});
