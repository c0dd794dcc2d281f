import { testCheck } from "mailworthy/testing";
import check from "../../../checks/cert/signature-alg.js";
import { mailHost, secured } from "../mail-host.js";

const signed = (algorithm: string, along = "") =>
  mailHost(secured(`TLS: mx1.example.com signature=${algorithm}${along}`));

testCheck(check, {
  sound: [
    signed("sha256WithRSAEncryption"),
    signed("ecdsa-with-SHA384"),
    signed("ed25519"),
    signed("ecdsa-with-SHA512", " issuer=Low\nTLS+: - cn=Unrelated signature=sha1WithRSAEncryption\nTLS+: - cn=Other"),
  ],
  weak: [
    signed("sha1WithRSAEncryption"),
    signed("md5WithRSAEncryption"),
    signed("ecdsa-with-SHA1"),
    signed("ecdsa-with-SHA384", "\nTLS+: - cn=Low signature=sha1WithRSAEncryption"),
  ],
  skip: [
    mailHost(secured("TLS: mx1.example.com signature=sha1WithRSAEncryption trust=self-signed")),
    mailHost("!refused"),
  ],
  inconclusive: mailHost("S: 421 busy"),
});
