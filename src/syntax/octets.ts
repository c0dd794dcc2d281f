/** Octets, and texts that hold one in each char. */
export const octetsOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (char) => char.charCodeAt(0));

export const latin1 = (octets: Uint8Array): string =>
  Array.from(octets, (octet) => String.fromCharCode(octet)).join("");

/** In hex. */
export const sha256 = (octets: Uint8Array<ArrayBuffer>): Promise<string> => digest("SHA-256", octets);
export const sha512 = (octets: Uint8Array<ArrayBuffer>): Promise<string> => digest("SHA-512", octets);

async function digest(kind: string, octets: Uint8Array<ArrayBuffer>): Promise<string> {
  const found = new Uint8Array(await crypto.subtle.digest(kind, octets));
  return Array.from(found, (octet) => octet.toString(16).padStart(2, "0")).join("");
}

export const isGzip = (octets: Uint8Array): boolean => octets[0] === 0x1f && octets[1] === 0x8b; // RFC 1952 §2.3.1

/** What a gzip file holds; null where it is none, or holds more than this. */
export async function gunzip(octets: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const found: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of new Blob([octets]).stream().pipeThrough(new DecompressionStream("gzip"))) {
      size += piece.length;
      if (size > most) return null;
      found.push(piece);
    }
  } catch {
    return null;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of found) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
