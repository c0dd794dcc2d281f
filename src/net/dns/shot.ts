import { randomFillSync } from "node:crypto";

/** A question that is out on some way: told what comes back on it. */
export interface Shot {
  /** Where its answer would come in, and under which id; set when it is sent. */
  ids?: Ids;
  id: number;
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

/** What is out on one socket or connection, by ids that are random, each once at a time. */
export class Ids {
  readonly #shots = new Map<number, Shot>();
  readonly #quiet: () => void;

  /** `quiet` is called when nothing is out any more. */
  constructor(quiet: () => void) {
    this.#quiet = quiet;
  }

  get size(): number {
    return this.#shots.size;
  }

  /** Gives the shot an id, and writes that where the packet has it. */
  take(shot: Shot, packet: Buffer, at: number): void {
    let id = random16();
    while (this.#shots.has(id)) id = random16();
    this.#shots.set(id, shot);
    shot.id = id;
    shot.ids = this;
    packet[at] = id >> 8;
    packet[at + 1] = id & 255;
  }

  has(shot: Shot): boolean {
    return this.#shots.get(shot.id) === shot;
  }

  heard(bytes: Buffer): void {
    if (bytes.length < 2) return;
    const shot = this.#shots.get((bytes[0]! << 8) | bytes[1]!);
    if (shot?.heard(bytes)) this.forget(shot);
  }

  forget(shot: Shot): void {
    if (this.has(shot) && this.#shots.delete(shot.id) && this.#shots.size === 0) this.#quiet();
  }

  lost(error: Error): void {
    const shots = [...this.#shots.values()];
    this.#shots.clear();
    for (const shot of shots) shot.lost(error);
  }
}
