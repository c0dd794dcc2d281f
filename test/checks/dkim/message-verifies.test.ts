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
    // No key has to stay for ever, but for some days.
    { ...about(twice), zone: policy },
    { ...about(twice), zone: policy, now: "2026-01-07" },
    // The body was changed, whatever became of the key.
    { ...about(twice.replace("how are you", "send money")), zone: policy, now: "2026-06-01" },
    // A key that cannot be used was not taken away.
    { ...about(twice), zone: `${policy}\ns1._domainkey.example.com TXT "v=DKIM1; p=!"`, now: "2026-06-01" },
    // Who wrote the message may say that it is old; the receiver does not.
    { ...about(await signed(letter(), [own]), { ip: "192.0.2.25" }), zone: policy, now: "2026-06-01" },
    {
      ...about(await signed(letter(received()), [own], { expires: new Date("2026-01-01T00:00:01Z") })),
      zone,
      now: "2026-02-01",
    },
  ],
  lost: [
    // Ten days later the key is gone, or revoked.
    { ...about(twice), zone: policy, now: "2026-01-11" },
    { ...about(twice), zone: `${policy}\ns1._domainkey.example.com TXT "v=DKIM1; p="`, now: "2026-01-11" },
    { ...about(await signed(letter(received()), [foreign])), zone: policy, now: "2026-01-11" },
  ],
  skip: { ...about(letter()), zone },
  inconclusive: [
    { ...about(twice), zone: `${policy}\n${foreign.record}\ns1._domainkey.example.com TXT !servfail` },
    { ...about(await signed(letter(received()), [below])), zone: `${below.record}\n_dmarc.example.com TXT !timeout` },
  ],
});
