import { testCheck } from "mailworthy/testing";
import check from "../../../checks/msg/not-freemail-from.js";
import { about, letter, received } from "../../mail.js";

const fake = letter({ ...received(), From: "ann@gmail.com" });
const real = letter({ ...received(), From: "ann@gmail.com", "Return-Path": "<ann@gmail.com>" });
const policy = `_dmarc.gmail.com TXT "v=DMARC1; p=none"`;
const spf = `gmail.com TXT "v=spf1 ip4:192.0.2.25 ~all"`;

testCheck(check, {
  own: about(letter(received())),
  theirs: { ...about(real), zone: `${policy}\n${spf}` },
  borrowed: { ...about(fake), zone: `${policy}\n${spf}` },
  skip: { ...about(letter({ From: "ann@gmail.com" })), zone: policy },
  inconclusive: { ...about(real), zone: `${policy}\ngmail.com TXT !timeout` },
});
