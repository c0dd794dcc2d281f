import { testCheck } from "mailworthy/testing";
import check from "../../../checks/dkim/signature-quality.js";
import { about, letter, signed, signer } from "../../mail.js";

const key = signer();
const good = await signed(letter(), [key]);

testCheck(check, {
  sound: { ...about(good), zone: key.record },
  fromUnsigned: about(good.replace(/ h=[^;]*;/, " h=Subject: Date: To;")),
  sha1: about(good.replace("a=rsa-sha256", "a=rsa-sha1")),
  partial: about(await signed(letter(), [key], { maxBodyLength: 5 })),
  uncovered: about(
    await signed(letter({ "List-Unsubscribe": "<mailto:u@example.com>" }), [key], {
      headerList: ["From", "Subject", "Date", "To"],
    }),
  ),
  faulty: [about(good.replace("bh=", "xx=")), about(good.replace("; d=", "; d=a.example; d="))],
  skip: about(letter()),
});
