import { testCheck } from "mailworthy/testing";
import check from "../../../checks/msg/arc-if-forwarded.js";
import { about, letter, received, sealed, signer } from "../../mail.js";

const forwarder = signer("forwarder.example", "arc");
const zone = forwarder.record;
const forwarded = await sealed(letter(received()), forwarder);

testCheck(check, {
  none: about(letter(received())),
  whole: { ...about(forwarded), zone },
  broken: [
    { ...about(forwarded.replace("how are you", "send money")), zone },
    { ...about(forwarded), zone: "" },
  ],
  inconclusive: { ...about(forwarded), zone: "arc._domainkey.forwarder.example TXT !timeout" },
});
