import type { LocalKind } from "../subject.js";
import { plainName } from "../syntax/rdata.js";
import { type Bound, type DnsHow, type HttpsHow, type Net, NetError, type Place, type SmtpPlace } from "./net.js";

/**
 * Everything a run learns, one JSON value a line: a header, then each call of the net with what came of it. The record
 * of a run is enough to judge it again, with no network and as of that day.
 */
export const recordFormat = 1;

export interface RecordHeader {
  record: "mailworthy";
  format: typeof recordFormat;
  tool: string;
  /** ISO 8601: what time it was for the run. */
  at: string;
  about: string[];
}

/** A call by its method and arguments, the same for the same question. */
export type Call = readonly [method: string, ...of: unknown[]];

export interface RecordLine {
  call: Call;
  answer?: unknown;
  /** What was thrown instead. */
  error?: Pick<NetError, "code" | "message" | "because" | "seen" | "said">;
}

export const calls = {
  dns: (name: string, type: string, { server, cd, dnssec }: DnsHow = {}): Call => [
    "dns",
    plainName(name),
    type,
    ...(server || cd || dnssec ? [{ ...(server && { server }), ...(cd && { cd }), ...(dnssec && { dnssec }) }] : []),
  ],
  reach: ({ host, ip, port }: Place): Call => ["reach", host, ip, port],
  smtp: ({ host, ip, port, implicit, offer = "default" }: SmtpPlace): Call => [
    "smtp",
    host,
    ip,
    port,
    offer,
    ...(implicit ? ["implicit"] : []),
  ],
  file: (name: string): Call => ["file", name],
  local: (kind: LocalKind, name: string): Call => ["local", kind, name],
  https: (url: string, { roots }: HttpsHow = {}): Call => ["https", url, ...(roots ? ["certificates"] : [])],
};

export interface Recording {
  tool: string;
  /** Takes out of a line what nobody else may see, before it is written. */
  redact?(line: RecordLine): RecordLine;
}

/** A net that also writes all it is asked and answers, a line at a time and without line ends. */
export function recording(net: Net, write: (line: string) => void, { tool, redact }: Recording): Net {
  const header: RecordHeader = {
    record: "mailworthy",
    format: recordFormat,
    tool,
    at: new Date(net.now()).toISOString(),
    about: net.about(),
  };
  write(JSON.stringify(header));
  const put = (line: RecordLine): void => write(JSON.stringify(redact ? redact(line) : line));
  const noted = async <T>(call: Call, asking: Promise<T>): Promise<T> => {
    try {
      const answer = await asking;
      put({ call, answer });
      return answer;
    } catch (error) {
      if (error instanceof NetError) {
        const { code, message, because, seen, said } = error;
        put({
          call,
          error: { code, message, ...(because && { because }), ...(seen && { seen }), ...(said && { said }) },
        });
      }
      throw error;
    }
  };
  return {
    dns: (name, type, how) => noted(calls.dns(name, type, how), net.dns(name, type, how)),
    reach: (at: Place, bound?: Bound) => noted(calls.reach(at), net.reach(at, bound)),
    smtp: (at: SmtpPlace, bound?: Bound) => noted(calls.smtp(at), net.smtp(at, bound)),
    https: (url: string, how?: HttpsHow & Bound) => noted(calls.https(url, how), net.https(url, how)),
    file: (name: string, bound?: Bound) => noted(calls.file(name), net.file(name, bound)),
    local: (kind, name) => noted(calls.local(kind, name), net.local(kind, name)),
    now: () => net.now(),
    about: () => net.about(),
    close: () => net.close?.(),
  };
}
