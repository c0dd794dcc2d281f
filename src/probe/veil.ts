const mask = "********";

/**
 * What must not be seen, taken out of whatever a server says: it has heard it, and may say it again in any of the ways
 * in which it was sent. Secrets of fewer than four characters are taken out where they stand alone.
 */
export class Veil {
  readonly #covered = new Set<string>();

  /** A secret, and every spelling that it goes over the wire in. */
  cover(secret: string): void {
    const octets = Buffer.from(secret, "utf8");
    const spellings = [secret, octets.toString("latin1"), octets.toString("hex"), encodeURIComponent(secret)];
    // Inside longer base64 it stands at one of three places; octets at its ends go with what is beside them.
    const shifted = [0, 1, 2].map((before) => {
      const text = Buffer.concat([Buffer.alloc(before), octets])
        .toString("base64")
        .replace(/=+$/, "");
      return text.slice(before === 0 ? 0 : before + 1, (before + octets.length) % 3 === 0 ? undefined : -1);
    });
    for (const spelling of [...spellings, ...shifted]) if (spelling !== "") this.#covered.add(spelling);
  }

  /** Text without them. */
  cloak(text: string): string {
    let left = text;
    for (const secret of [...this.#covered].sort((a, b) => b.length - a.length)) {
      if (secret.length > 3) {
        left = left
          .replaceAll(secret, mask)
          .replaceAll(secret.toLowerCase(), mask)
          .replaceAll(secret.toUpperCase(), mask);
      } else left = left.replace(new RegExp(`(?<![A-Za-z0-9])${escaped(secret)}(?![A-Za-z0-9])`, "g"), mask);
    }
    return this.#withoutCut(left);
  }

  /** What is quoted is cut somewhere: a secret that is cut there has begun all the same. */
  #withoutCut(text: string): string {
    const [, body = "", quote = ""] = text.endsWith('"') ? ["", text.slice(0, -1), '"'] : ["", text];
    for (const secret of this.#covered)
      for (let length = Math.min(secret.length - 1, body.length); length > 3; length--)
        if (body.endsWith(secret.slice(0, length))) return body.slice(0, -length) + mask + quote;
    return text;
  }

  /** What is shown in the place of a line that is a secret as a whole. */
  static readonly mask = mask;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
