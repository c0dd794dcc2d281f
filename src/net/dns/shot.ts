import { randomFillSync } from "node:crypto";

/** A question that is out: who is told what comes back. */
export interface Shot {
  /** Octets with its id came from the server; true when they were the answer, so that nothing more is waited for. */
  heard(bytes: Buffer): boolean;
  /** Nothing can come any more on this way. */
  lost(error: Error): void;
}

const randoms = new Uint16Array(2048);
let drawn = randoms.length;

/** 16 bits from the system's source of randomness. */
export function random16(): number {
  if (drawn === randoms.length) {
    randomFillSync(randoms);
    drawn = 0;
  }
  return randoms[drawn++]!;
}

/** Ids of what is out on one socket or connection: random, each once at a time. */
export class Ids {
  readonly shots = new Map<number, Shot>();

  take(shot: Shot): number {
    let id = random16();
    while (this.shots.has(id)) id = random16();
    this.shots.set(id, shot);
    return id;
  }

  heard(bytes: Buffer): void {
    if (bytes.length < 2) return;
    const id = (bytes[0]! << 8) | bytes[1]!;
    const shot = this.shots.get(id);
    if (shot?.heard(bytes)) this.shots.delete(id);
  }

  lost(error: Error): void {
    const shots = [...this.shots.values()];
    this.shots.clear();
    for (const shot of shots) shot.lost(error);
  }
}
