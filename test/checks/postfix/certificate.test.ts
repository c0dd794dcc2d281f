import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/certificate.js";
import { certified, copied, postfix, mx } from "./configuration.js";

const on = "smtpd_tls_security_level = may";

testCheck(check, {
  matched: postfix(on, { services: mx, pairs: [certified()] }),
  none: postfix(on, { services: mx }),
  missing: [
    postfix(on, {
      services: mx,
      pairs: [certified({ certificate: { file: "/x.pem", state: "missing" }, matches: null })],
    }),
    postfix(on, { services: mx, pairs: [certified({ key: { file: "/x.key", state: "missing" }, matches: null })] }),
  ],
  unusable: postfix(on, {
    services: mx,
    pairs: [certified({ key: { file: "/x.key", state: "read", problem: "holds no private key" }, matches: null })],
  }),
  mismatch: postfix(on, { services: mx, pairs: [certified({ matches: false })] }),
  skip: [postfix("", { services: mx }), postfix(`${on}\ninet_interfaces = loopback-only`)],
  inconclusive: [
    postfix(on, { services: mx, pairs: [certified({ key: { file: "/x.key", state: "unreadable" }, matches: null })] }),
    copied("compatibility_level = 3.6\nmyhostname = a.example\nsmtpd_tls_security_level = may\n", {
      pairs: [
        certified({
          services: ["smtp/inet", "submission/inet"],
          key: { file: "/x.key", state: "elsewhere" },
          matches: null,
        }),
      ],
    }),
  ],
});
