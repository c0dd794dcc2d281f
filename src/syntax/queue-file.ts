/**
 * The envelope of a queue file of Postfix: records of a type, a length in groups of seven bits with the lowest first, and
 * data (src/global/record.c and rec_type.h of Postfix). Only what stands before the message is read.
 */
export interface QueueFileEnvelope {
  sender: string | null;
  /** Who logged in to send it. */
  login: string | null;
  /** The address of the client that brought it. */
  client: string | null;
}

/** Reads what the first octets of a queue file tell; undefined where they are none. */
export function parseQueueFile(octets: Uint8Array): QueueFileEnvelope | undefined {
  const found: QueueFileEnvelope = { sender: null, login: null, client: null };
  if (octets[0] !== sizeRecord) return undefined;
  let at = 0;
  while (at < octets.length) {
    const type = String.fromCharCode(octets[at++]!);
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const octet = octets[at++];
      if (octet === undefined || shift > 21) return found;
      length += (octet & 0x7f) << shift;
      if (octet < 0x80) break;
    }
    const data = Buffer.from(octets.buffer, octets.byteOffset + at, Math.min(length, octets.length - at)).toString();
    at += length;
    if (type === "M") break;
    if (type === "S") found.sender = data;
    const [, name, value] = type === "A" ? (/^([a-z_]{1,40})=([^]{0,512})/.exec(data) ?? []) : [];
    if (name === "sasl_username") found.login = value!;
    if (name === "client_address") found.client = value!;
  }
  return found;
}

/** Each file begins with a record of its sizes. */
const sizeRecord = "C".charCodeAt(0);
