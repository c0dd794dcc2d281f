/** Octets as they come, cut into lines; one that is longer than `most` octets is handed on as undefined. */
export class Lines {
  private readonly most: number;
  private readonly take: (line: string | undefined) => void;
  private pieces: Buffer[] = [];
  private length = 0;

  constructor(most: number, take: (line: string | undefined) => void) {
    this.most = most;
    this.take = take;
  }

  add(octets: Uint8Array): void {
    const piece = Buffer.from(octets.buffer, octets.byteOffset, octets.length);
    let from = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      this.keep(piece.subarray(from, end));
      this.end();
      from = end + 1;
    }
    this.keep(piece.subarray(from));
  }

  /** What is there is a line, if it is anything. */
  end(): void {
    const line = this.length > this.most ? undefined : Buffer.concat(this.pieces).toString();
    const empty = this.length === 0;
    this.pieces = [];
    this.length = 0;
    if (!empty) this.take(line);
  }

  private keep(piece: Buffer): void {
    if (piece.length === 0) return;
    this.length += piece.length;
    if (this.length <= this.most) this.pieces.push(Buffer.from(piece));
    else this.pieces = [];
  }
}
