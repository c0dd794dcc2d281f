/** What `postqueue -j` prints: a JSON object a line, with members that may grow in number (postqueue(1), JSON OBJECT FORMAT). */
export interface Queued {
  queue: string;
  id: string;
  /** Seconds since 1970. */
  arrival: number;
  /** Bytes of header and body. */
  size: number;
  /** It is to be given up at the next chance. */
  expiring: boolean;
  /** Empty for what the mail system sends itself. */
  sender: string;
  recipients: { address: string; reason: string | null }[];
}

/** Ids of messages: short ones in hexadecimal, long ones in letters and digits (enable_long_queue_ids). */
export const queueId = /^[0-9A-Za-z]{6,32}$/;

/** One line; undefined where it is none. At most so many recipients are kept. */
export function parseQueued(line: string, most: number): Queued | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const { queue_name, queue_id, arrival_time, message_size, forced_expire, sender, recipients } = value as Record<
    string,
    unknown
  >;
  if (typeof queue_name !== "string" || !/^[a-z]{1,20}$/.test(queue_name)) return undefined;
  if (typeof queue_id !== "string" || !queueId.test(queue_id)) return undefined;
  if (!isCount(arrival_time) || typeof sender !== "string" || !Array.isArray(recipients)) return undefined;
  return {
    queue: queue_name,
    id: queue_id,
    arrival: arrival_time,
    size: isCount(message_size) ? message_size : 0,
    expiring: forced_expire === true,
    sender: sender === "MAILER-DAEMON" ? "" : sender,
    recipients: recipients.slice(0, most).flatMap((one: unknown) => {
      const { address, delay_reason: reason } = (one ?? {}) as Record<string, unknown>;
      if (typeof address !== "string") return [];
      return [{ address, reason: typeof reason === "string" && reason !== "" ? reason : null }];
    }),
  };
}

const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
