import { terminal } from "../clean.js";
import type { Envelope } from "../subject.js";
import type { Received, Sink } from "../sink/sink.js";
import { isAddress, isPublic } from "../syntax/address.js";
import { type MessageTarget, nameOf } from "../target.js";
import type { Live } from "../targets.js";
import { UsageError } from "../usage.js";
import { counted, number } from "../view/words.js";
import type { Given, reporting, sinking } from "./flags.js";
import { judge } from "./judge.js";
import type { Settings } from "./settings.js";
import type { Shell } from "./shell.js";

/** Not the name of this machine: a server that runs on it would take the sink for itself, and not send. */
const name = "sink.invalid";

type Wanted = Pick<Given<typeof sinking>, "listen" | "count"> & Partial<Given<typeof reporting>> & { port: number };

/**
 * Takes mail by SMTP and judges each message, until so many have come, the time for the run is over, or the user ends
 * it; resolves to the exit code. What is said of how they came outweighs what was seen.
 */
export async function sink(given: Wanted, settings: Settings, said: Envelope = {}, shell: Shell): Promise<number> {
  const { port, listen: address = "127.0.0.1", count } = given;
  if (settings.net.replay !== undefined) throw new UsageError("--sink takes mail as it comes; it cannot be replayed.");
  if (!isAddress(address)) throw new UsageError(`"${address}" is not an address.`, "--listen 0.0.0.0");
  const say = (text: string): void => void shell.stderr.write(`mailworthy: ${text}\n`).catch(() => {});
  const [{ openSink }, { Authority }] = await Promise.all([
    import("../sink/sink.js"),
    import("../lab/certificates.js"),
  ]);
  const open = await openSink({
    address,
    port,
    name,
    ...(count !== undefined && { count }),
    certificate: () => new Authority().issue({ names: [name, "localhost"], issuer: "self" }),
    remark: (text) => say(terminal(text)),
  }).catch((error: unknown) => {
    throw notListening(error as NodeJS.ErrnoException, address, port);
  });
  const { totalTimeout } = settings.wish;
  const late = totalTimeout === undefined ? undefined : setTimeout(open.end, totalTimeout);
  try {
    const place = address.includes(":") ? `[${address}]:${open.port}` : `${address}:${open.port}`;
    say(
      `takes mail on ${place}, judges it and passes none on; ${count === undefined ? "" : `${counted(count, "message")}, or `}Ctrl-C ends it`,
    );
    const files: Record<string, string> = {};
    const live: Live = {
      end: open.end,
      judged(target) {
        delete files[nameOf(target)];
        open.judged(nameOf(target));
      },
    };
    const targets = arrivals(open, files, said, given.quiet ? () => {} : say);
    const net = { ...settings.net, files };
    const exit = await judge(
      { ...(count !== undefined && { total: count }), targets, live },
      { ...settings, net },
      given,
      shell,
    );
    if (open.count < (count ?? 1))
      say(`${open.count === 0 ? "no message" : `${open.count} of ${counted(count!, "message")}`} came`);
    return exit;
  } finally {
    clearTimeout(late);
    await open.close();
  }
}

/** Messages as targets, their octets put where the net will find them. */
async function* arrivals(
  open: Sink,
  files: Record<string, string>,
  said: Envelope,
  say: (text: string) => void,
): AsyncGenerator<MessageTarget> {
  let hinted = said.ip !== undefined;
  for await (const mail of open.mail()) {
    files[mail.name] = mail.octets;
    say(told(mail));
    if (!hinted && !isPublic(mail.ip)) {
      hinted = true;
      say(`${mail.ip} is no public address, so SPF is not judged; --ip names the one that will send`);
    }
    const { ip, tls, mailFrom } = mail;
    yield { message: mail.name, envelope: { ip, helo: mail.helo.toLowerCase(), mailFrom, tls, ...said } };
  }
}

const told = ({ name, octets, mailFrom, ip, helo, tls, recipients }: Received): string =>
  terminal(
    `${name}: ${number(octets.length)} bytes for ${counted(recipients, "recipient")} from <${mailFrom}> at ${ip} (EHLO ${helo}, ${tls ? "TLS" : "no TLS"})`,
  );

function notListening({ code, message }: NodeJS.ErrnoException, address: string, port: number): UsageError {
  const why: Record<string, string> = {
    EADDRINUSE: "something else does",
    EACCES: "only an administrator may",
    EADDRNOTAVAIL: "it is no address of this machine",
  };
  const text = `the sink cannot listen on port ${port} of ${address}: ${why[code ?? ""] ?? message}.`;
  return new UsageError(text, code === "EADDRNOTAVAIL" ? "--listen 127.0.0.1" : "--sink 0 takes a port that is free");
}
