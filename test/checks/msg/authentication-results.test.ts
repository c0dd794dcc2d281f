import { testCheck } from "mailworthy/testing";
import check from "../../../checks/msg/authentication-results.js";
import { about, letter, received, signed, signer } from "../../mail.js";

const key = signer();
const allows = `example.com TXT "v=spf1 ip4:192.0.2.25 -all"\n_dmarc.example.com TXT "v=DMARC1; p=none"\n${key.record}`;
const letterSigned = await signed(letter(), [key]);
const found = (value: string, message = letterSigned): ReturnType<typeof about> => {
  const top = Object.entries({ ...received(), "Authentication-Results": value });
  return about(top.map(([name, text]) => `${name}: ${text}\r\n`).join("") + message);
};

testCheck(check, {
  same: [
    {
      ...found(
        "mx.receiver.example; spf=pass smtp.mailfrom=bounces@example.com; dkim=pass header.d=example.com header.s=s1; dmarc=pass header.from=example.com",
      ),
      zone: allows,
    },
    {
      ...found("mx.receiver.example; dkim=permerror header.d=example.com"),
      zone: `_dmarc.example.com TXT "v=DMARC1; p=none"`,
    },
  ],
  nothing: { ...found("mx.receiver.example; none"), zone: allows },
  differs: [
    { ...found("mx.receiver.example; spf=fail smtp.mailfrom=example.com"), zone: allows },
    {
      ...found("mx.receiver.example; dkim=pass header.i=@example.com"),
      zone: `_dmarc.example.com TXT "v=DMARC1; p=none"`,
    },
  ],
  skip: [about(letterSigned), found("spf=pass smtp.mailfrom=example.com")],
  inconclusive: { ...found("mx.receiver.example; spf=pass"), zone: "example.com TXT !timeout" },
});
