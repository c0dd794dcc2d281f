import { testCheck } from "mailworthy/testing";
import check from "../../../checks/cert/key-strength.js";
import { mailHost, secured } from "../mail-host.js";

const key = (type: string) => mailHost(secured(`TLS: mx1.example.com key=${type}`));

testCheck(check, {
  strong: [key("ec256"), key("ec384"), key("ed25519"), key("rsa3072"), key("rsa4096"), key("ml-dsa-65")],
  fair: [key("rsa2048"), key("rsa3071")],
  weak: [
    key("rsa1024"),
    key("rsa2047"),
    key("ec224"),
    key("dsa2048"),
    mailHost(secured("!tls", ""), { permissive: secured("TLS: mx1.example.com version=TLSv1.2 key=rsa512") }),
  ],
  skip: mailHost("!refused"),
  inconclusive: [mailHost("S: 421 busy"), key("unknown")],
});
