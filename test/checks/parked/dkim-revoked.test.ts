import { testCheck } from "mailworthy/testing";
import check from "../../../checks/parked/dkim-revoked.js";

const keyed = (text: string) => ({ zone: `example.com MX 0 .\n*._domainkey.example.com TXT "${text}"` });

testCheck(check, {
  revoked: keyed("v=DKIM1; p="),
  none: [{ zone: "example.com MX 0 ." }, keyed("unrelated")],
  key: keyed("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="),
  skip: { zone: `example.com MX 10 mx1.example.com\nmx1.example.com A 192.0.2.25` },
  inconclusive: { zone: "example.com MX 0 .\n*._domainkey.example.com TXT !timeout" },
});
