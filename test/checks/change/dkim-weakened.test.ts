import { testCheck } from "mailworthy/testing";
import { keys } from "../dkim/keys.js";
import check from "../../../checks/change/dkim-weakened.js";

const key = (data: string, tags = ""): string => {
  const strings = `v=DKIM1; ${tags}p=${data}`.match(/.{1,250}/g)!;
  return `s1._domainkey.example.com TXT ${strings.map((one) => `"${one}"`).join(" ")}\n`;
};

testCheck(check, {
  strong: [
    { before: key(keys.rsa1024), zone: key(keys.rsa2048) },
    { before: key(keys.rsa2048), zone: key("") },
    { before: key(keys.rsa2048, "t=y; "), zone: key(keys.rsa2048, "t=y; ") },
    { before: key(keys.rsa2048, "h=sha1; "), zone: key(keys.rsa2048, "h=sha1; ") },
    { before: key(keys.rsa2048), zone: key(keys.rsa2048, "h=sha256; ") },
  ],
  short: { before: key(keys.rsa1024), zone: key(keys.rsa512) },
  shorter: { before: key(keys.rsa2048), zone: key(keys.rsa1024) },
  hashes: { before: key(keys.rsa2048), zone: key(keys.rsa2048, "h=sha1; ") },
  testing: { before: key(keys.rsa2048), zone: key(keys.rsa2048, "t=y; ") },
});
