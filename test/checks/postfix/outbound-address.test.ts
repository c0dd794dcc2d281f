import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/outbound-address.js";
import { copied, postfix } from "./configuration.js";

const two = { machine: { addresses: ["8.8.4.4", "8.8.8.8", "10.0.0.1"] } };

testCheck(check, {
  settled: postfix("smtp_bind_address = 8.8.4.4", two),
  single: [
    postfix("", { machine: { addresses: ["8.8.4.4", "10.0.0.1", "fd00::1"] } }),
    postfix("inet_interfaces = 127.0.0.1, 8.8.4.4", two),
  ],
  relayed: postfix("relayhost = [smtp.example.net]", two),
  open: postfix("", two),
  skip: copied(),
});
