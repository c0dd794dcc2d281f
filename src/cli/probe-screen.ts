import { terminal } from "../clean.js";
import { probeCommands, probeSteps, type ProbeStep } from "../data/probe-steps.js";
import type { Turn } from "../probe/conversation.js";
import type { Probe } from "../probe/probe.js";
import type { Out } from "../reporter.js";
import type { Status } from "../result.js";
import { type Palette, palette } from "../view/palette.js";
import { width, wrap } from "../view/width.js";
import { abridged, counted, duration } from "../view/words.js";

interface Page extends Palette {
  columns: number;
  verbose: boolean;
}

const statuses: Record<Probe["outcome"], Status> = {
  accepted: "pass",
  refused: "fail",
  deferred: "inconclusive",
  unknown: "inconclusive",
};
const words: Record<Probe["outcome"], string> = {
  accepted: "Accepted",
  refused: "Refused",
  deferred: "Unknown",
  unknown: "Unknown",
};

/** A session as it went, with times at the right, then what it means. */
export function probeScreen(found: Probe, out: Omit<Out, "write">, verbose: number): string {
  const page: Page = { ...palette(out), columns: Math.min(out.columns, 120), verbose: verbose > 0 };
  const lines = [
    ...found.tried.flatMap(({ host, ip, text }) => timed(page, "       ", `also tried ${host} [${ip}]: ${text}`)),
    ...transcript(page, found),
    ...(found.early === undefined
      ? []
      : timed(
          page,
          `${page.paint("warn", page.symbols.warn)}      `,
          "a client that trusts what comes before TLS can be lied to (RFC 3207 §4.2)",
        )),
    ...(page.verbose ? certificates(page, found) : []),
    "",
    ...closing(page, found),
  ];
  return `${lines.join("\n")}\n`;
}

function transcript(page: Page, found: Probe): string[] {
  const { turns } = found;
  const marked = found.outcome === "accepted" ? -1 : endOf(found);
  const lines = turns.flatMap((turn, at) => {
    const mark = at === marked ? page.paint(statuses[found.outcome], page.symbols[statuses[found.outcome]]) : " ";
    const meaning = page.verbose && meansAt(turns, at) ? meant(page, turn.step) : [];
    return [...shown(page, turn, mark, turns[at - 1]), ...meaning];
  });
  if (found.outcome === "accepted" || marked >= 0 || turns.length === 0) return lines;
  const mark = page.paint(statuses[found.outcome], page.symbols[statuses[found.outcome]]);
  return [...lines, ...timed(page, `${mark}      `, found.text)];
}

/** Where it ended: at the reply, or at what is said of it. */
function endOf({ turns, reply, text }: Probe): number {
  return turns.findLastIndex(({ from, lines }) => {
    const last = lines.at(-1)!;
    if (from === "client") return false;
    return reply ? last.includes(String(reply.code)) && last.endsWith(reply.lines.at(-1)!) : lines.includes(text);
  });
}

/** The last turn of a step that is over. */
const meansAt = (turns: readonly Turn[], at: number): boolean =>
  at + 1 < turns.length && turns[at + 1]!.step !== turns[at]!.step;

const meant = (page: Page, step: ProbeStep): string[] =>
  wrap(probeSteps[step], page.columns - 9, page.ellipsis).map((line) => page.dim(`         ${line}`));

const arrows = { client: "> ", server: "< ", note: "  " };

function shown(page: Page, turn: Turn, mark: string, before: Turn | undefined): string[] {
  const lead = (at: number): string => `${at === 0 ? mark : " "}    ${arrows[turn.from]}`;
  const hello = turn.from === "server" && before?.from === "client" && /^(?:EHLO|LHLO) /.test(before.lines[0]!);
  const told = hello && !page.verbose && turn.lines.length > 1 ? [summed(turn.lines)] : turn.lines;
  return told.flatMap((text, at) => timed(page, lead(at), text, at === told.length - 1 ? turn.took : undefined));
}

/** What a server lists, in a line: its name, then the keywords. */
function summed([first = "", ...rest]: readonly string[]): string {
  const keywords = rest.map((line) => {
    const text = line.slice(4);
    const size = /^SIZE (\d{1,15})$/i.exec(text)?.[1];
    return size === undefined ? text : size === "0" ? "SIZE" : `SIZE ${sized(Number(size))}`;
  });
  return `${first.split(" ")[0]!}  ${keywords.join(", ")}`;
}

const sized = (octets: number): string =>
  octets < 1_000_000 ? `${Math.round(octets / 1_000)} kB` : `${Math.round(octets / 1_000_000)} MB`;

/** A line with a time at its right; what does not fit beside it goes on below. */
function timed(page: Page, lead: string, text: string, took?: number): string[] {
  const time = took === undefined ? "" : `${took} ms`;
  const room = Math.max(20, page.columns - 7 - (time === "" ? 0 : 9));
  const lines = wrap(page.spell(terminal(text)), room, page.ellipsis);
  return lines.map((line, at) => {
    const begun = `${at === 0 ? lead : "       "}${line}`;
    if (at < lines.length - 1 || time === "") return begun.trimEnd();
    return `${begun}${" ".repeat(Math.max(2, page.columns - 7 - width(line) - time.length))}${page.dim(time)}`;
  });
}

function certificates(page: Page, { tls, distrust = [] }: Probe): string[] {
  if (!tls) return [];
  const rows = tls.chain.flatMap((one, at) => [
    `${at === 0 ? "certificate" : "issuer"} ${one.subject}`,
    ...(at === 0 ? [`names ${abridged([...one.names, ...one.ips], 8) || "none"}`] : []),
    `from ${one.notBefore.slice(0, 10)} to ${one.notAfter.slice(0, 10)}, ${one.key.type}${one.key.bits === undefined ? "" : ` ${one.key.bits}`}, ${one.signature}`,
    `SHA-256 ${one.sha256}`,
  ]);
  const trust = tls.trust.ok ? `leads to ${tls.trust.root}` : tls.trust.text;
  const held = distrust.length === 0 ? [trust] : [...new Set([...distrust, trust])];
  return ["", ...[...rows, ...held].flatMap((text) => timed(page, "       ", text))];
}

const margin = 10;

function closing(page: Page, found: Probe): string[] {
  const status = statuses[found.outcome];
  const room = Math.max(20, page.columns - margin);
  const block = (label: string, text: string): string[] =>
    wrap(page.spell(terminal(text)), room, page.ellipsis).map(
      (line, at) => `${at === 0 ? label + " ".repeat(Math.max(1, margin - width(label))) : " ".repeat(margin)}${line}`,
    );
  const [head = "", ...more] = block(words[found.outcome], saidOf(found));
  const word = words[found.outcome];
  const { advice } = found;
  const body = [
    `${page.strong(status, word)}${head.slice(word.length)}`,
    ...more,
    ...(advice ? block("  fix", advice.remedy) : []),
    ...(advice && advice.who !== "nobody" ? block("  who", advice.who) : []),
    ...(advice && advice.checks.length > 0 ? block("  checks", advice.checks.join(", ")) : []),
  ];
  const end = `${duration(found.took)}  exit ${found.exit}`;
  const stopped = page.spell(stoppedAt(found));
  const gap = page.columns - margin - width(stopped) - width(end);
  if (stopped === "" || gap < 2)
    return [...body, ...(stopped === "" ? [] : block("", stopped)), `${" ".repeat(margin)}${page.dim(end)}`];
  return [...body, `${" ".repeat(margin)}${stopped}${" ".repeat(gap)}${page.dim(end)}`];
}

function saidOf({ outcome, step, text, status, cause, advice, recipients = [], distrust = [] }: Probe): string {
  if (outcome === "accepted") {
    const many = (step === "rcpt" || step === "data") && recipients.length > 1;
    return many && step === "rcpt"
      ? `the server would take mail for ${counted(recipients.length, "recipient")}`
      : step === "tls"
        ? `the server talks to this client, and makes TLS${distrust.length > 0 ? "; its certificate is not trusted" : ""}`
        : probeSteps[step];
  }
  const at =
    step === "tls"
      ? "at TLS"
      : `at ${(probeCommands[step] ?? step).replace("CONN", step === "greeting" ? "the greeting" : "the connection")}`;
  const verdict = { refused: `refused for good ${at}`, deferred: `refused for now ${at}`, unknown: `ended ${at}` }[
    outcome
  ];
  const reason = advice ? `${cause}${status === undefined ? "" : ` (${status})`}; ${advice.means}` : text;
  return `${verdict}: ${reason}`;
}

/** What was left out, and how to have it. */
function stoppedAt({ step, outcome, protocol, recipients = [] }: Probe): string {
  if (step === "data") return "";
  if (step === "rcpt" && (outcome !== "accepted" || recipients.length > 0))
    return "stopped before DATA (--send sends a message)";
  if (outcome !== "accepted" || (protocol !== "smtp" && protocol !== "lmtp")) return "";
  return step === "mail" || step === "connect" ? "" : "asked for no recipient (--to ADDRESS does)";
}
