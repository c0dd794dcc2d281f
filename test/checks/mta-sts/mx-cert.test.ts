import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mta-sts/mx-cert.js";
import { mailHost, secured } from "../mail-host.js";
import { policy, served, unannounced } from "./policy.js";

const showing = (tls: string, mode = "enforce") => ({
  ...mailHost(secured(`TLS: ${tls}`)),
  ...served(policy({ mode })),
});

testCheck(check, {
  verified: [showing("mx1.example.com"), showing("*.example.com"), showing("mx1.example.com", "testing")],
  refused: [
    showing("mail.example.com"),
    showing("mx1.example.com until 2025-12-30"),
    showing("mx1.example.com trust=self-signed"),
    showing("mx1.example.com trust=incomplete"),
    showing("- cn=mx1.example.com"),
  ],
  untested: showing("mail.example.com", "testing"),
  skip: [
    { ...mailHost(secured("TLS: mail.example.com")), ...unannounced },
    { ...mailHost("!refused"), ...served(policy()) },
    showing("mail.example.com", "none"),
  ],
  inconclusive: [
    { ...showing("mail.example.com"), ...served("!timeout") },
    { ...served(policy()), ...mailHostSilent() },
  ],
});

function mailHostSilent() {
  return { smtp: mailHost("!timeout").smtp! };
}
