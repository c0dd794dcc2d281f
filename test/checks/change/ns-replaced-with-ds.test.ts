import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/ns-replaced-with-ds.js";

const ns = (...hosts: string[]): string => hosts.map((host) => `example.com NS ${host}.example.net\n`).join("");
const key =
  "example.com DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==\n";

testCheck(check, {
  kept: [
    { before: ns("a", "b"), zone: ns("b", "c") },
    { before: ns("a"), zone: ns("A") },
    { before: "", zone: ns("a") },
    { before: ns("a"), zone: "" },
  ],
  unsigned: { before: ns("a", "b"), zone: ns("c", "d") },
  signed: { before: ns("a") + key, zone: ns("c") },
});
