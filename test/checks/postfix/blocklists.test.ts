import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/blocklists.js";
import { postfix } from "./configuration.js";

const zen = "smtpd_client_restrictions = reject_rbl_client zen.spamhaus.org";
const google = { machine: { resolvers: ["8.8.8.8"] } };

testCheck(check, {
  none: postfix(),
  alive: [
    postfix(zen),
    postfix("postscreen_dnsbl_sites = zen.spamhaus.org*3, bl.spamcop.net*1"),
    postfix(zen, { machine: { resolvers: ["127.0.0.1"] } }),
  ],
  ended: [
    postfix("smtpd_recipient_restrictions = permit_mynetworks, reject_rbl_client dnsbl.sorbs.net"),
    postfix("postscreen_dnsbl_sites = ix.dnsbl.manitu.net*2"),
  ],
  everything: postfix("smtpd_client_restrictions = reject_rbl_client dnsbl.ahbl.org"),
  refused: postfix(zen, google),
  unanswered: postfix(`${zen}=127.0.0.[2..11]`, google),
  inconclusive: postfix("", { master: "missing" }),
});
