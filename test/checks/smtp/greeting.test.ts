import { testCheck } from "mailworthy/testing";
import check from "../../../checks/smtp/greeting.js";
import { host, mailHost } from "../mail-host.js";

testCheck(check, {
  ready: [
    mailHost("S: 220 mx1.example.com ESMTP\nC: EHLO *\nS: 250 mx1.example.com"),
    mailHost("S: 220-mx1.example.com\nS: 220 ready\nC: EHLO *\n!reset"),
  ],
  declined: [mailHost("S: 554 No SMTP service here"), mailHost("S: 521 mx1.example.com does not accept mail.")],
  odd: mailHost("S: 250 hello"),
  foreign: [mailHost("S: SSH-2.0-OpenSSH_9.9"), mailHost("S: HTTP/1.1 400 Bad Request")],
  skip: [{ zone: "example.com MX 0 ." }, mailHost("!refused")],
  inconclusive: [
    mailHost("!timeout"),
    mailHost("S: 421 4.7.0 too many connections"),
    mailHost("S: 450 4.7.1 try again"),
    mailHost("S: 554 5.7.1 Service unavailable; client blocked using a list"),
    mailHost("S: 554-mx.example.com\nS: 554-No SMTP service\nS: 554 Bad DNS PTR resource record."),
    mailHost("S: 554 IP=192.0.2.9 - A problem occurred."),
    mailHost("S: 521 5.7.1 Blocked by policy"),
    mailHost("S: Too many connections from your address"),
    mailHost("!reset"),
    mailHost("wait 31000\nS: 220 late"),
    { zone: host, here: { controls: ["control.example:25"] } },
  ],
});
