import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/listening.js";
import { copied, postfix, mx } from "./configuration.js";

const on = (...ips: string[]) => ({ services: mx, machine: { listening: ips.map((ip) => ({ ip, port: 25 })) } });

testCheck(check, {
  open: [postfix("", on("0.0.0.0", "::")), postfix("inet_interfaces = loopback-only", on("127.0.0.1", "::1"))],
  closed: postfix("", on()),
  inside: postfix("", on("127.0.0.1")),
  outside: postfix("inet_interfaces = loopback-only", on("0.0.0.0")),
  skip: [
    copied(),
    postfix("", { services: mx, machine: { running: false, listening: [] } }),
    postfix("", { services: "local unix - n n - - local", machine: { listening: [] } }),
  ],
  inconclusive: postfix(),
});
