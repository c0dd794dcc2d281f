import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/wildcard-introduced.js";

testCheck(check, {
  none: [
    { before: "example.com A 192.0.2.1", zone: "*.example.com A 192.0.2.1" },
    { before: "*.example.com TXT old", zone: "*.example.com TXT new" },
    { before: "example.com A 192.0.2.1", zone: "*.example.com TXT parked", partial: true },
  ],
  added: [
    { before: "example.com A 192.0.2.1", zone: "*.example.com CNAME example.com" },
    { before: "example.com A 192.0.2.1", zone: "*.example.com TXT parked" },
  ],
});
