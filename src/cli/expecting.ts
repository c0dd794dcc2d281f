import { copied, json, terminal } from "../clean.js";
import type { Net, RecordType } from "../net/net.js";
import { palette } from "../view/palette.js";
import type { Out } from "../reporter.js";
import { shorten, wrap } from "../view/width.js";
import { counted, duration, moment } from "../view/words.js";
import { realClock } from "./clock.js";
import { type Expectation, readExpectation, standingOf } from "./expectation.js";
import type { Given, showing } from "./flags.js";
import { openNet, type Outside } from "./outside.js";
import { type Standing, untilExpected, type Waited } from "./propagation.js";
import { askedOf, type Heard, type Server, serversOf, zoneOf } from "./questions.js";
import type { Shell } from "./shell.js";
import { looksOf } from "./terminal.js";

/** Milliseconds between two rounds, where nobody says otherwise. */
const usual = 15_000;
/** Milliseconds between two drawings of the time on a terminal. */
const redraw = 1_000;

export interface Expecting extends Partial<Pick<Given<typeof showing>, "json" | "color" | "ascii" | "width">> {
  name: string;
  type: RecordType;
  expect: readonly string[];
  /** Milliseconds; one round where left out. */
  wait?: number | undefined;
  interval?: number | undefined;
  /** A server, or `each`, which is meant where it is left out. */
  at?: string | undefined;
  outside: Outside;
}

/** Whether each server has what is expected, asked once or until it has; resolves to the exit code. */
export async function expecting(shell: Shell, what: Expecting): Promise<number> {
  const { name, type, wait = 0, interval = usual, outside } = what;
  const expected = readExpectation(type, what.expect);
  const { servers, absence } = await within(outside, shell, (net) => placesOf(what, net));
  const stop = new AbortController();
  const board = boardOf(shell, what);
  const calm = shell.onInterrupt(() => (stop.signal.aborted ? shell.leave(130) : stop.abort()));
  let heard: Heard[] = [];
  try {
    const waited = await untilExpected({
      // What was answered once is not asked again by the same net.
      async ask(signal) {
        const asked = await within(outside, shell, (net) =>
          Promise.all(servers.map((server) => askedOf(net, name, type, server, signal))),
        );
        if (!signal.aborted || heard.length === 0) heard = asked;
        return asked.map((one) => standingOf(one, expected, absence));
      },
      told: (...round) => board.show(...round),
      atMost: wait,
      interval,
      clock: shell.clock ?? realClock,
      signal: stop.signal,
    });
    board.clear();
    const exit = exitOf(waited);
    const told = what.json
      ? `${json(asJson(what, expected, waited, heard, absence), 2)}\n`
      : `${report(what, waited, absence, looksOf(shell.stdout, shell, what)).join("\n")}\n`;
    await shell.stdout.write(told);
    return exit;
  } finally {
    calm();
    board.clear();
  }
}

/** A net of its own for one piece of work. */
async function within<T>(outside: Outside, shell: Shell, work: (net: Net) => Promise<T>): Promise<T> {
  const net = await openNet(outside, shell);
  try {
    return await work(net);
  } finally {
    await net.close?.();
  }
}

/** The servers, and for how many milliseconds a resolver may keep that there is nothing (RFC 2308 §5). */
async function placesOf(
  { at = "each", name }: Expecting,
  net: Net,
): Promise<{ servers: Server[]; absence: number | undefined }> {
  const servers = (await serversOf(at, name, net)) as Server[];
  const absence = await zoneOf(name, net)
    .then(({ apex }) => net.dns(apex, "SOA"))
    .then(({ records: [soa] }) => soa && Math.min(soa.ttl, soa.data.minimum) * 1_000)
    .catch(() => undefined); // then it is not said
  return { servers, absence };
}

function exitOf({ standings, interrupted }: Waited): number {
  if (interrupted) return 130;
  if (standings.some(({ state }) => state === "otherwise")) return 1;
  return standings.some(({ state }) => state === "silent") ? 3 : 0;
}

const status = { expected: "pass", otherwise: "warn", silent: "inconclusive" } as const;

const words = { expected: "as expected", otherwise: "differs", silent: "no answer" } as const;

/** How each server stands, in a line. */
function line({ server, state, ttl }: Standing, out: Omit<Out, "write">): string {
  const { paint, symbols, spell, ellipsis } = palette(out);
  const text = `${terminal(server)}  ${words[state]}${ttl === undefined ? "" : `, TTL ${ttl}`}`;
  return `  ${paint(status[state], symbols[status[state]])} ${shorten(spell(text), Math.max(20, out.columns - 4), ellipsis)}`;
}

/** What came of it, for people; of what is not as expected, all that there is instead. */
function report({ name, type }: Expecting, waited: Waited, absence: number | undefined, out: Omit<Out, "write">) {
  const { bold, spell } = palette(out);
  return [
    bold(terminal(`${name} ${type}`)),
    ...waited.standings.flatMap((one) => [
      line(one, out),
      ...(one.state === "expected" ? [] : one.said.map((text) => `      ${spell(copied(text))}`)),
    ]),
    "",
    outcome(waited),
    ...holding(waited, absence).flatMap((text) => wrap(text, Math.min(out.columns, 120))),
  ];
}

function outcome({ standings, took, interrupted }: Waited): string {
  const counts = (state: Standing["state"]): number => standings.filter((one) => one.state === state).length;
  const all = standings.length;
  const after = took < 1_000 ? "" : ` after ${duration(took)}`;
  if (counts("expected") === all) return `${counted(all, "server")} as expected${after}`;
  const wrong = [
    ...(counts("otherwise") > 0 ? [`${counts("otherwise")} of ${all} not as expected`] : []),
    ...(counts("silent") > 0 ? [`${counts("silent")} of ${all} could not be asked`] : []),
  ].join(", ");
  return interrupted ? `Stopped${after}: ${wrong}` : `${wrong}${after}`;
}

/** For how long others may still see what was there before. */
function holding({ standings, heldUntil }: Waited, absence: number | undefined): string[] {
  if (standings.some(({ state }) => state !== "expected")) return [];
  if (heldUntil !== undefined)
    return [`Resolvers may hold the old answer until ${moment(new Date(heldUntil).toISOString())}`];
  const negative = absence === undefined ? "" : `, and that there was none for ${duration(absence)}`;
  return [`Resolvers may hold what they got before for the TTL it had${negative}`];
}

const asJson = (
  { name, type }: Expecting,
  expected: Expectation,
  { standings, took, interrupted, heldUntil }: Waited,
  heard: readonly Heard[],
  absence: number | undefined,
): object => ({
  name,
  type,
  expected: expected.none ? [] : expected.values,
  agreed: standings.every(({ state }) => state === "expected"),
  interrupted,
  took,
  ...(heldUntil !== undefined && { heldUntil: new Date(heldUntil).toISOString() }),
  ...(absence !== undefined && { absenceKept: absence }),
  servers: standings.map(({ state }, at) => ({ state, ...heard[at]! })),
});

/** Shows how it stands while it waits: redrawn on a terminal, else a line for each change. */
function boardOf(shell: Shell, { name, type, wait = 0, color, ascii, width }: Expecting) {
  const { stderr } = shell;
  const out = looksOf(stderr, shell, { color, ascii, width });
  const { spell } = palette(out);
  const clock = shell.clock ?? realClock;
  const began = clock.now();
  let drawn = 0;
  let last: readonly Standing[] = [];
  let timer: ReturnType<typeof setInterval> | undefined;
  const put = (text: string): void => void stderr.write(text).catch(() => {});
  const clear = (): void => {
    clearInterval(timer);
    if (drawn > 0) put(`\r${"\u001b[1A\u001b[2K".repeat(drawn)}`);
    drawn = 0;
  };
  const draw = (): void => {
    clear();
    const far = `${duration(clock.now() - began)} of ${duration(wait)}`;
    const head = shorten(`waiting for ${terminal(`${name} ${type}`)}`, Math.max(20, out.columns - far.length - 3));
    const shown = [`${head}  ${far}`, ...last.map((one) => line(one, out))];
    put(`${shown.join("\n")}\n`);
    drawn = shown.length;
    timer = setInterval(draw, redraw).unref();
  };
  return {
    clear,
    show(standings: readonly Standing[], changed: readonly Standing[], took: number): void {
      if (wait === 0) return;
      last = standings;
      if (stderr.tty) return draw();
      for (const { server, state, said } of changed)
        put(
          spell(`mailworthy: ${duration(took)}  ${terminal(server)}  ${words[state]}: ${terminal(said.join(" | "))}\n`),
        );
    },
  };
}
