import { testCheck } from "mailworthy/testing";
import check from "../../../checks/tls/starttls-handshake.js";
import { mailHost, secured, upTo } from "../mail-host.js";

const rejected = secured("TLS: !alert handshake_failure", "");

testCheck(check, {
  completed: [
    mailHost(secured("TLS: mx1.example.com")),
    mailHost(secured("TLS: other.example until 2020-01-01 trust=self-signed")),
  ],
  old: mailHost(secured("TLS: !alert protocol_version", ""), {
    permissive: secured("TLS: mx1.example.com version=TLSv1"),
  }),
  weak: [
    mailHost(rejected, {
      permissive: secured("TLS: mx1.example.com version=TLSv1.2 cipher=TLS_RSA_WITH_3DES_EDE_CBC_SHA"),
    }),
    mailHost(secured("!tls", ""), { permissive: secured(`TLS: mx1.example.com version=TLSv1.2 group="DH 512"`) }),
  ],
  failed: [
    mailHost(rejected, { permissive: rejected }),
    mailHost(secured("TLS: !text 500 what", ""), { permissive: secured("TLS: !text 500 what", "") }),
  ],
  refused: [mailHost(upTo("S: 502 5.5.1 not implemented")), mailHost(upTo("S: 554 TLS is broken"))],
  injected: mailHost(upTo("S: 220 go ahead\nS: 250 unasked\nTLS: mx1.example.com\nC: EHLO *\nS: 250 mx1.example.com")),
  skip: [mailHost("!refused"), mailHost("S: 220 mx1.example.com\nC: EHLO *\nS: 250 mx1.example.com")],
  inconclusive: [
    mailHost(upTo("S: 454 4.7.0 TLS not available due to temporary reason")),
    mailHost(upTo("S: 421 4.7.0 too many connections")),
    mailHost(upTo("S: 554 5.7.1 your address is blocked")),
    mailHost(secured("!timeout", "")),
    mailHost(secured("!reset", "")),
    mailHost(secured("TLS: !text 421 too busy", "")),
    mailHost(secured("TLS: !alert internal_error", "")),
    mailHost(secured("!tls", ""), { permissive: secured("!tls", "") }),
    mailHost(secured("!tls", ""), { permissive: rejected }),
    mailHost(rejected, { permissive: "S: 421 4.7.0 too many connections" }),
  ],
});
