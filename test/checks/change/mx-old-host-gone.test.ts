import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/mx-old-host-gone.js";

const before = "example.com MX 10 mx1.example.com\nmx1.example.com A 192.0.2.1\nmx2.example.com A 192.0.2.2";

testCheck(check, {
  kept: [
    { before, zone: before },
    { before, zone: before.replace("10 mx1", "10 mx2") },
    {
      before: "example.com MX 10 mx.example.net",
      zone: "example.com MX 10 mx1.example.com\nmx1.example.com A 192.0.2.1",
    },
  ],
  gone: [
    { before, zone: "example.com MX 10 mx2.example.com\nmx2.example.com A 192.0.2.2" },
    { before, zone: before.replace("10 mx1", "10 mx2").replace("A 192.0.2.1", "A 192.0.2.9") },
  ],
});
