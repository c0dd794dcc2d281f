import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/address-classes.js";
import { copied, postfix } from "./configuration.js";

testCheck(check, {
  apart: [
    postfix(),
    postfix("mydestination = example.org\nrelay_domains = $mydestination\nvirtual_mailbox_domains = mysql:/x"),
  ],
  twice: [
    postfix("mydestination = $myhostname, example.org\nvirtual_mailbox_domains = example.com example.org"),
    postfix("mydestination = example.org\nvirtual_alias_maps = hash:/x", {
      lists: { "hash:/x": ["example.org", "ann@example.org"] },
    }),
  ],
  inconclusive: copied("compatibility_level = 3.6\nmydestination = $myhostname"),
});
