import { readDuration } from "../duration.js";
import { UsageError } from "../usage.js";

/** A flag as help, completion and the parser know it. Without `value` it is on or off, or counted. */
export interface Flag {
  short?: string;
  /** What stands for its value in help. */
  value?: string;
  /** May be given again; with `,` one value may also hold several. */
  many?: "again" | ",";
  /** How often it is given is what counts. */
  count?: true;
  /** On unless `--no-…` is given. */
  on?: true;
  choices?: readonly string[];
  read?: (text: string) => unknown;
  /** What a value is completed from: words for `--list`, or files. */
  complete?: "checks" | "presets" | "reporters" | "files";
  /** The question it answers; help groups by it. */
  group: string;
  help: string;
}
export type Flags = Readonly<Record<string, Flag>>;

type ValueOf<F extends Flag> = F extends { count: true }
  ? number | undefined
  : F extends { many: string }
    ? readonly (F extends { read: (text: string) => infer T } ? T : string)[]
    : F extends { read: (text: string) => infer T }
      ? T | undefined
      : F extends { choices: readonly (infer Choice)[] }
        ? Choice | undefined
        : F extends { value: string }
          ? string | undefined
          : boolean | undefined;

/** What the flags of a table hold once they are read. */
export type Given<F extends Flags> = { readonly [Name in keyof F]: ValueOf<F[Name]> };

const targets = "Which domains";
export const targeting = {
  targets: {
    short: "t",
    value: "FILE",
    complete: "files",
    group: targets,
    help: "a domain a line, # for comments; - for standard input",
  },
  role: {
    value: "ROLE",
    many: ",",
    choices: ["sends", "receives", "parked"],
    group: targets,
    help: "sends, receives or parked; default: inferred from the records",
  },
  selector: { value: "NAME", many: ",", group: targets, help: "a DKIM selector in use" },
  sender: {
    value: "ADDRESS",
    many: ",",
    group: targets,
    help: "an address that sends; spf and mx stand for those that they name",
  },
  "mail-from": {
    value: "DOMAIN",
    many: ",",
    group: targets,
    help: "a domain in MAIL FROM, such as one for bounces; of a message, its reverse-path",
  },
  signing: { value: "DOMAIN", many: ",", group: targets, help: "a domain in d= of its DKIM signatures" },
  mx: { value: "HOST", many: ",", group: targets, help: "a mail host to look at instead of those of the MX records" },
  reports: {
    value: "PATH",
    many: "again",
    complete: "files",
    group: targets,
    help: "DMARC reports and signed messages: selectors and senders where none is declared",
  },
  port: { value: "NUMBER", many: ",", read: readPort, group: targets, help: "a port to try on each mail host" },
} as const satisfies Flags;

const delivered = "How a message came (default: as its header tells)";
export const delivering = {
  ip: { value: "ADDRESS", group: delivered, help: "the address it was sent from" },
  helo: { value: "NAME", group: delivered, help: "what the client called itself" },
} as const satisfies Flags;

const sunk = "Test messages as they are sent";
export const sinking = {
  sink: {
    value: "PORT",
    read: readFreePort,
    group: sunk,
    help: "take mail on this port, judge it, and pass none on; 0: any",
  },
  listen: { value: "ADDRESS", group: sunk, help: "with --sink; default: 127.0.0.1" },
  count: { value: "N", read: readCount, group: sunk, help: "end after so many messages; default: on Ctrl-C" },
} as const satisfies Flags;

const asked = "How it is asked";
export const configuring = {
  config: {
    short: "c",
    value: "FILE",
    complete: "files",
    group: asked,
    help: "default: mailworthy.config.{ts,js,mjs,json,yaml,yml} here or above",
  },
} as const satisfies Flags;

const judged = "What is judged";

export const judging = {
  preset: {
    short: "p",
    value: "NAME",
    many: ",",
    complete: "presets",
    group: judged,
    help: "default: recommended; gmail-bulk, ...",
  },
  only: {
    value: "IDS",
    many: ",",
    complete: "checks",
    group: judged,
    help: "these checks and no others: 'spf/*,dmarc/policy'",
  },
  skip: { value: "IDS", many: ",", complete: "checks", group: judged, help: "not these" },
  baseline: {
    value: "FILE",
    complete: "files",
    group: judged,
    help: "known findings do not count; mailworthy baseline writes it",
  },
  config: { ...configuring.config, group: judged },
  list: {
    short: "l",
    group: judged,
    help: "list checks instead; words after it choose families, presets or reporters",
  },
  strict: { group: judged, help: "warnings count as failures" },
} as const satisfies Flags;

export const resolving = {
  resolver: { value: "ADDRESS", many: ",", group: asked, help: "default: those of this machine" },
} as const satisfies Flags;

export const asking = {
  ...resolving,
  timeout: { value: "DURATION", read: readDuration, group: asked, help: "for the whole run: 30s, 5m" },
  ca: { value: "FILE", complete: "files", group: asked, help: "further roots to trust, PEM" },
  control: { value: "HOST", many: ",", group: asked, help: "a mail host that is certain to answer on port 25" },
  "trust-ad": { group: asked, help: "believe the resolver on DNSSEC, though it is not on this machine" },
  "allow-private": { group: asked, help: "also addresses that are not public, as of a mail host inside" },
  offline: { group: asked, help: "no network; all that is not recorded is unknown" },
  record: { value: "FILE", complete: "files", group: asked, help: "keep everything that is seen" },
  replay: { value: "FILE", complete: "files", group: asked, help: "judge what was recorded, as of that day" },
} as const satisfies Flags;

const shown = "What is printed";
export const showing = {
  reporter: {
    short: "r",
    value: "NAME[:FILE]",
    many: "again",
    complete: "reporters",
    group: shown,
    help: "one on standard output, others in files",
  },
  json: { group: shown, help: "the same as -r json" },
  verbose: { short: "v", count: true, group: shown, help: "also what passes; -vv evidence; -vvv traffic" },
  quiet: { short: "q", group: shown, help: "one line per target" },
  all: { group: shown, help: "no list is cut" },
  color: { value: "WHEN", choices: ["auto", "always", "never"], group: shown, help: "auto, always or never" },
  ascii: { group: shown, help: "no character beyond ASCII" },
  width: { value: "N", read: readWidth, group: shown, help: "default: that of the terminal, else 100" },
} as const satisfies Flags;

/** Of commands that print one answer, and take no reporter. */
export const printing = {
  json: { ...showing.json, help: "all of it as JSON" },
  color: showing.color,
  ascii: showing.ascii,
  width: showing.width,
} as const satisfies Flags;

export const reporting = {
  ...showing,
  ci: { on: true, group: shown, help: "--no-ci: nothing added for the build server" },
} as const satisfies Flags;

/** Flags that mean the same in every command, by their name. */
export const everywhere: Flags = { ...targeting, ...delivering, ...sinking, ...judging, ...asking, ...reporting };

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new UsageError(`"${text}" is not a port`);
  return port;
}

function readFreePort(text: string): number {
  return text === "0" ? 0 : readPort(text);
}

function readCount(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new UsageError(`"${text}" is no number of messages`);
  return Number(text);
}

function readWidth(text: string): number {
  const columns = Number(text);
  if (!Number.isInteger(columns) || columns < 20)
    throw new UsageError(`"${text}" is not a width of 20 columns or more`);
  return columns;
}
