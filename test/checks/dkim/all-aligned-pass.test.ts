import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/all-aligned-pass.js";
import { about, letter, received, signed, signer } from "../../mail.js";

const [one, two, foreign] = [signer(), signer("example.com", "s2", "ed25519"), signer("esp.example", "k1", "ed25519")];
const both = await signed(letter(received()), [one, two]);

testCheck(check, {
  all: { ...about(both), zone: `${one.record}\n${two.record}` },
  some: { ...about(both), zone: one.record },
  skip: [about(letter()), { ...about(await signed(letter(), [foreign])), zone: foreign.record }],
  inconclusive: { ...about(both), zone: `${one.record}\ns2._domainkey.example.com TXT !timeout` },
});
