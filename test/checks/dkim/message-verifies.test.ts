import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/message-verifies.js";
import { about, letter, received, signed, signer } from "../../mail.js";

const own = signer();
const below = signer("mail.example.com", "s2", "ed25519");
const foreign = signer("esp.example", "k1", "ed25519");
const policy = `_dmarc.example.com TXT "v=DMARC1; p=none"`;
const twice = await signed(letter(received()), [own, foreign]);
const zone = `${policy}\n${own.record}\n${foreign.record}`;

testCheck(check, {
  verifies: [
    { ...about(twice), zone },
    { ...about(await signed(letter(received()), [below])), zone: `${policy}\n${below.record}` },
    { ...about(await signed(letter(), [own])), zone },
    // The other key cannot be learnt, and nothing hangs on it.
    { ...about(twice), zone: `${policy}\n${own.record}\nk1._domainkey.esp.example TXT !timeout` },
    // It was good when it came.
    { ...about(await signed(letter(received()), [own], { expires: new Date("2026-01-02") })), zone, now: "2026-06-01" },
  ],
  foreign: { ...about(twice), zone: `${policy}\n${foreign.record}` },
  unsigned: { ...about(letter(received())), zone },
  fails: [
    { ...about(twice.replace("how are you", "send money")), zone },
    { ...about(twice), zone: policy },
    {
      ...about(await signed(letter(received()), [own], { expires: new Date("2026-01-01T00:00:01Z") })),
      zone,
      now: "2026-02-01",
    },
  ],
  skip: { ...about(letter()), zone },
  inconclusive: [
    { ...about(twice), zone: `${policy}\n${foreign.record}\ns1._domainkey.example.com TXT !servfail` },
    { ...about(await signed(letter(received()), [below])), zone: `${below.record}\n_dmarc.example.com TXT !timeout` },
  ],
});
