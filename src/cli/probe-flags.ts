import { readDuration } from "../duration.js";
import { probeSteps } from "../data/probe-steps.js";
import { asking, configuring, type Flags, printing, resolving, showing } from "./flags.js";

const far = "How far it goes";
const mail = "What is sent";
const secure = "TLS";
const login = "Login (the password is asked for, or MAILWORTHY_PASSWORD)";
const way = "How it gets there";

const versions = ["1.0", "1.1", "1.2", "1.3"] as const;
const { json, ...looks } = printing;

export const probing = {
  to: { value: "ADDRESS", many: "again", group: far, help: "a recipient; nothing is sent to it by that alone" },
  from: { value: "ADDRESS", group: far, help: "the reverse-path; <> for none" },
  "quit-after": {
    value: "STEP",
    choices: Object.keys(probeSteps) as (keyof typeof probeSteps)[],
    group: far,
    help: "connect, greeting, ehlo, tls, xclient, auth, mail, rcpt or data; default: the last that is asked for",
  },
  send: { group: mail, help: "a test message, to see that it is taken" },
  body: { value: "TEXT", group: mail, help: "its text" },
  header: { value: "FIELD", many: "again", group: mail, help: "a field of its header: 'Subject: a test'" },
  attach: { value: "FILE", many: "again", complete: "files", group: mail, help: "a file that goes with it" },
  data: { value: "FILE", complete: "files", group: mail, help: "a whole message in place of it; - for standard input" },
  tls: {
    value: "MODE",
    choices: ["starttls", "implicit", "none"],
    group: secure,
    help: "starttls, implicit or none; default: as the port has it, and STARTTLS where offered",
  },
  "tls-min": { value: "VERSION", choices: versions, group: secure, help: "1.0, 1.1, 1.2 or 1.3; default: 1.2" },
  "tls-max": { value: "VERSION", choices: versions, group: secure, help: "default: 1.3" },
  sni: { value: "NAME", group: secure, help: "the name asked for, and looked for in the certificate" },
  verify: { group: secure, help: "a certificate that is not trusted ends it, with exit code 1" },
  "tls-cert": { value: "FILE", complete: "files", group: secure, help: "a client certificate, PEM" },
  "tls-key": { value: "FILE", complete: "files", group: secure, help: "its key, PEM" },
  ca: { ...asking.ca, group: secure },
  auth: { value: "USER", group: login, help: "log in" },
  mechanism: {
    value: "NAME",
    choices: ["plain", "login", "cram-md5", "scram-sha-256", "xoauth2"],
    group: login,
    help: "plain, login, cram-md5, scram-sha-256, or xoauth2 with a token; default: the strongest offered",
  },
  "password-file": { value: "FILE", complete: "files", group: login, help: "its first line; - for standard input" },
  insecure: { group: login, help: "also without TLS, or where the certificate is not trusted" },
  mx: { group: way, help: "HOST is a domain: its mail hosts in their order" },
  protocol: {
    value: "NAME",
    choices: ["smtp", "lmtp", "imap", "pop3", "sieve"],
    group: way,
    help: "smtp, lmtp, imap, pop3 or sieve; default: by the port",
  },
  lmtp: { group: way, help: "the same as --protocol lmtp" },
  helo: { value: "NAME", group: way, help: "the name in EHLO; default: this host's, or its address" },
  ipv4: { group: way, help: "IPv4 addresses alone" },
  ipv6: { group: way, help: "IPv6 addresses alone" },
  source: { value: "ADDRESS", group: way, help: "an address of this machine to come from" },
  pipelining: { on: true, group: way, help: "--no-pipelining: one command at a time" },
  xclient: {
    value: "ATTRIBUTES",
    many: "again",
    group: way,
    help: "as another client: 'ADDR=192.0.2.1 NAME=a.example'",
  },
  proxy: { value: "VERSION", choices: ["v1", "v2"], group: way, help: "with a PROXY header: v1 or v2" },
  "proxy-from": { value: "ADDRESS", group: way, help: "whom it speaks for; default: this end" },
  timeout: { value: "DURATION", read: readDuration, group: way, help: "for all of it; default: 3m" },
  resolver: { ...resolving.resolver, group: way },
  config: { ...configuring.config, group: way },
  json,
  verbose: { ...showing.verbose, help: "also whole replies, what each step means, and the certificates" },
  ...looks,
} as const satisfies Flags;
