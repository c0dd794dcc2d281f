import { bounds } from "../bounds.js";
import type { Part } from "../syntax/mime.js";
import { addressesIn, originalTo } from "./addresses.js";
import { namedIn, reportOf } from "./named.js";
import { type Bounced, outcomeOf } from "./bounced.js";
import { reasonOf } from "./reason.js";
import { commandIn, flattened, hostIn, replyCodeIn, statusIn } from "./reply.js";

interface Told {
  parts: readonly Part[];
  body: string;
  from: string;
  to: string;
  failed: string | undefined;
  subject: string;
}

/** The recipients of a bounce that has no part for programs. */
export function fromText({ parts, body, from, to, failed, subject }: Told): Bounced[] {
  const lines = reportOf(body, 2_000);
  const addressed = addressesIn(`${from} ${to}`);
  const listed = failed === undefined ? [] : addressesIn(failed);
  const most = bounds.bounce.recipients;
  const found = namedIn(lines, new Set(addressed), most);
  const all = lines.join("\n");
  const named =
    listed.length > 0
      ? listed.map((address) => ({
          address,
          text: found.find((one) => one.address.toLowerCase() === address)?.text ?? all,
        }))
      : found;
  const returned =
    named.length > 0 ? [] : addressesIn(originalTo(parts, body)).filter((one) => !addressed.includes(one));
  const recipients = named.length > 0 ? named : returned.slice(0, 1).map((address) => ({ address, text: all }));
  return recipients.map(({ address, text }) =>
    fromLines(address, text, recipients.length === 1 ? all : text, `${subject}\n${all}`),
  );
}

function fromLines(address: string, text: string, more: string, whole: string): Bounced {
  const own = flattened(text);
  const wide = flattened(more);
  const status = statusIn(own) ?? statusIn(wide) ?? statusIn(flattened(whole)) ?? null;
  const replyCode = replyCodeIn(own) ?? replyCodeIn(wide) ?? replyCodeIn(flattened(whole)) ?? null;
  const host = hostIn(own) ?? hostIn(wide) ?? null;
  const command = commandIn(own) ?? commandIn(wide) ?? null;
  const evidence = { status, replyCode, host, command };
  const said = own.replaceAll(address, "");
  const first = /[a-z]{3}/i.test(said) ? reasonOf({ ...evidence, text: said }) : "undefined";
  const reason = first === "undefined" ? reasonOf({ ...evidence, text: wide || flattened(whole) }) : first;
  const waits =
    /will (?:be )?(?:continue|keep|re)?[- ]?tr|has been delayed|delayed|not yet been delivered|warning only|still trying/i.test(
      whole.slice(0, 4_000),
    );
  const permanent = status?.startsWith("5") || replyCode?.startsWith("5");
  return {
    address,
    original: null,
    outcome:
      waits && !permanent ? "delayed" : outcomeOf("failed", status ?? (replyCode?.startsWith("4") ? "4" : null), whole),
    status,
    replyCode,
    diagnostic: own || null,
    host,
    command,
    reason: reason === "undefined" && waits ? "expired" : reason,
    retriesUntil: null,
  };
}
