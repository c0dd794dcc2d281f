import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/inet-protocols.js";
import { copied, postfix } from "./configuration.js";

testCheck(check, {
  fitting: [
    postfix("inet_protocols = ipv4", { machine: { addresses: ["8.8.4.4"] } }),
    postfix("", { machine: { addresses: ["8.8.4.4", "2a00:1450::1"] } }),
  ],
  noIpv6: postfix("", { machine: { addresses: ["8.8.4.4", "fd00::2"] } }),
  skip: copied(),
});
