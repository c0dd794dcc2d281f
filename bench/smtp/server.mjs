// A mail server for the benchmark, in a process of its own: STARTTLS, a leaf and an intermediate, RSA 2048.
import { generateKeyPairSync } from "node:crypto";
import forge from "node-forge";
import { SMTPServer } from "smtp-server";

const key = () =>
  generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).privateKey;

function issue(name, by) {
  const own = { name, key: key() };
  const certificate = forge.pki.createCertificate();
  const { n, e } = forge.pki.privateKeyFromPem(own.key);
  certificate.publicKey = forge.pki.setRsaPublicKey(n, e);
  certificate.serialNumber = "01";
  certificate.validity.notBefore = new Date(Date.now() - 86_400_000);
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
  certificate.setSubject([{ name: "commonName", value: name }]);
  certificate.setIssuer([{ name: "commonName", value: (by ?? own).name }]);
  certificate.setExtensions([
    { name: "basicConstraints", cA: !name.startsWith("mx") },
    { name: "subjectAltName", altNames: [{ type: 2, value: name }] },
  ]);
  certificate.sign(forge.pki.privateKeyFromPem((by ?? own).key), forge.md.sha256.create());
  return { ...own, cert: forge.pki.certificateToPem(certificate) };
}

const root = issue("Benchmark Root");
const intermediate = issue("Benchmark CA", root);
const leaf = issue("mx1.example.com", intermediate);
let sessions = 0;
const server = new SMTPServer({
  name: "mx1.example.com",
  disableReverseLookup: true,
  disabledCommands: ["AUTH"],
  logger: false,
  key: leaf.key,
  cert: leaf.cert + intermediate.cert,
  onSecure: (_socket, _session, done) => {
    sessions++;
    done();
  },
});
server.on("error", () => {});
server.listen(0, "0.0.0.0", () => process.send({ port: server.server.address().port, ca: root.cert }));
process.on("message", () => process.send({ sessions }));
