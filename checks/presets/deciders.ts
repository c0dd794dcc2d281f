import type { Deciders } from "mailworthy";

/** What several profiles ask for in the same words. */

/** The SPF record of the domain can be read by every receiver. */
export const spfRecord: Deciders = {
  "spf/present": "fail",
  "spf/single-record": "fail",
  "spf/syntax": "fail",
  "spf/macro-valid": "fail",
  "spf/lookup-limit": "fail",
  "spf/void-lookups": "fail",
  "spf/mx-address-limit": "fail",
  "spf/include-resolves": "fail",
  "spf/redirect-resolves": "fail",
  "spf/loop": "fail",
};

/** And it passes for every address that sends. */
export const spfPasses: Deciders = {
  ...spfRecord,
  "spf/authorises-host": { neutral: "not met", softfail: "not met", depends: "cannot tell" },
};

/** Every declared selector has a key that receivers can use, of 1024 bits at least. */
export const dkimKey: Deciders = {
  "dkim/selector-present": "fail",
  "dkim/cname-chain": "fail",
  "dkim/record-single": "fail",
  "dkim/record-syntax": "fail",
  "dkim/revoked": "fail",
  "dkim/key-parse": "fail",
  "dkim/key-type": "fail",
  "dkim/key-size": "fail",
  "dkim/hash-tag": "fail",
  "dkim/service-type": "fail",
};

/** There is one DMARC record, and it says what is asked of receivers. */
export const dmarcRecord: Deciders = {
  "dmarc/present": "warn",
  "dmarc/record-single": "fail",
  "dmarc/version-tag": "fail",
  "dmarc/duplicate-tags": "fail",
  "dmarc/syntax": { policy: "met" },
  "dmarc/policy-tag": "fail",
};

/** Addresses that send have a name that leads back to them. */
export const ptrConfirmed: Deciders = { "ptr/exists": "fail", "ptr/fcrdns": "fail" };

/** SPF passes for the address that a message came from; one that was forwarded says nothing of its sender's. */
export const messageSpf: Deciders = {
  "msg/spf-pass": { doubted: "not met", brokenSigned: "not met", forwarded: "cannot tell", lost: "cannot tell" },
};

/** A message has a signature that holds. */
export const messageSigned: Deciders = {
  "dkim/message-verifies": { unsigned: "not met", lost: "cannot tell" },
};

/** DMARC passes for a message: the domain in From is that of SPF or of a signature. */
export const messageAligned: Deciders = {
  "msg/dmarc-pass": { unprotected: "cannot tell", outdated: "cannot tell" },
};

/** A message keeps to RFC 5322 in what receivers look at. */
export const messageWellFormed: Deciders = {
  "msg/single-from": "fail",
  "msg/single-instance-headers": "fail",
  "msg/message-id": "fail",
  "msg/date-valid": "fail",
  "msg/line-length-crlf": "fail",
};

/** What decides a requirement that only a message can show. */
export const aMessage = "needs a message, as its receiver got it";
