import type { Command } from "./command.js";

/** A command as it stands in help; the rest of it is imported when it is called. */
export interface Head {
  name: string;
  words: string;
  about: string;
  moment: Moment;
  /** A line for who called the tool with nothing. */
  first?: readonly [example: string, about: string];
  load(): Promise<{ default: Command }>;
}

export type Moment = (typeof moments)[number];
export const moments = ["To judge", "When it has gone wrong", "To look closely", "To learn"] as const;

/** Every command, in the order of help; the first is the one for words that are targets. */
export const commands: readonly Head[] = [
  {
    name: "audit",
    words: "TARGET...",
    about: "judge domains, or messages (the default)",
    moment: "To judge",
    first: ["example.com", "audit a domain and its mail hosts"],
    load: () => import("./audit.js"),
  },
  {
    name: "gate",
    words: "FILE...",
    about: "judge DNS changes before they are live",
    moment: "To judge",
    load: () => import("./gate.js"),
  },
  {
    name: "baseline",
    words: "OPERATION FILE",
    about: "known findings, so that only others count",
    moment: "To judge",
    load: () => import("./baseline.js"),
  },
  {
    name: "bounce",
    words: "PATH...",
    about: "why mail came back, whose fault it is, what to do",
    moment: "When it has gone wrong",
    load: () => import("./bounce.js"),
  },
  {
    name: "postfix",
    words: "[DIR]",
    about: "judge the configuration of Postfix",
    moment: "When it has gone wrong",
    load: () => import("./postfix.js"),
  },
  {
    name: "probe",
    words: "HOST[:PORT]",
    about: "speak with a mail server, step by step",
    moment: "When it has gone wrong",
    load: () => import("./probe.js"),
  },
  {
    name: "queue",
    words: "[OPERATION]",
    about: "what waits in the mail queue and why; hold, delete, ...",
    moment: "When it has gone wrong",
    load: () => import("./queue.js"),
  },
  {
    name: "log",
    words: "FILE...",
    about: "what a Postfix log tells: traffic, failures, attacks",
    moment: "When it has gone wrong",
    load: () => import("./log.js"),
  },
  {
    name: "dns",
    words: "NAME [TYPE]",
    about: "one answer, as mailworthy sees it; what each server has",
    moment: "To look closely",
    load: () => import("./dns.js"),
  },
  {
    name: "spf",
    words: "DOMAIN",
    about: "an SPF record step by step: cost, who may send, what if",
    moment: "To look closely",
    load: () => import("./spf.js"),
  },
  {
    name: "dkim",
    words: "DOMAIN",
    about: "the DKIM keys of a domain, and whether they are OK",
    moment: "To look closely",
    load: () => import("./dkim.js"),
  },
  {
    name: "dmarc",
    words: "DOMAIN",
    about: "the DMARC policy of a domain, and how it is found",
    moment: "To look closely",
    load: () => import("./dmarc.js"),
  },
  {
    name: "reports",
    words: "PATH...",
    about: "what receivers report: DMARC and TLS reports, summed",
    moment: "To look closely",
    load: () => import("./reports.js"),
  },
  {
    name: "explain",
    words: "ID",
    about: "a check, a profile such as gmail-bulk, a bounce code",
    moment: "To learn",
    load: () => import("./explain.js"),
  },
  {
    name: "demo",
    words: "[WORLD]",
    about: "try everything in a built-in world, no network",
    moment: "To learn",
    first: ["demo", "try it in a built-in world, no network"],
    load: () => import("./demo.js"),
  },
  {
    name: "init",
    words: "",
    about: "write a config file",
    moment: "To learn",
    load: () => import("./init.js"),
  },
  {
    name: "completion",
    words: "SHELL",
    about: "bash, zsh or fish",
    moment: "To learn",
    load: () => import("./completion.js"),
  },
];
