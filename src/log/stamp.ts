const months: Readonly<Record<string, number>> = {
  Jan: 0,
  Feb: 1,
  Mar: 2,
  Apr: 3,
  May: 4,
  Jun: 5,
  Jul: 6,
  Aug: 7,
  Sep: 8,
  Oct: 9,
  Nov: 10,
  Dec: 11,
};
const day = 86_400_000;

/**
 * Reads when a line was logged, as the clock on the wall of that machine showed it, in milliseconds as if that were UTC.
 * Traditional timestamps (RFC 3164 §4.1.2) have no year: the first is the latest that is not after `latest`, and each that
 * falls from December to January begins another.
 */
export class Stamps {
  /** Where the last timestamp ended. */
  end = 0;
  private year = 0;
  private month = -1;
  private key = -1;
  private start = 0;
  private readonly latest: number;

  constructor(latest: number) {
    this.latest = latest;
  }

  /** NaN where the line begins with no timestamp. */
  read(line: string): number {
    const first = line.charCodeAt(0);
    if (first >= 48 && first <= 57) return this.internet(line);
    return this.traditional(line);
  }

  private traditional(line: string): number {
    if (line.charCodeAt(3) !== 32 || line.charCodeAt(6) !== 32 || line.charCodeAt(9) !== 58) return NaN;
    const tens = line.charCodeAt(4);
    const date = (tens === 32 ? 0 : tens - 48) * 10 + line.charCodeAt(5) - 48;
    const key = ((line.charCodeAt(0) * 256 + line.charCodeAt(1)) * 256 + line.charCodeAt(2)) * 64 + date;
    if (key !== this.key) {
      const month = months[line.slice(0, 3)];
      if (month === undefined || date < 1 || date > 31) return NaN;
      this.turn(month, date);
      this.start = Date.UTC(this.year, month, date);
      this.key = key;
    }
    const time = clock(line, 7);
    this.end = 16;
    return line.charCodeAt(15) === 32 ? this.start + time : NaN;
  }

  private turn(month: number, date: number): void {
    if (this.month < 0) {
      this.year = new Date(this.latest).getUTCFullYear();
      // A day of grace: clocks and zones differ.
      if (Date.UTC(this.year, month, date) > this.latest + day) this.year--;
    } else if (this.month - month > 6) this.year++;
    else if (month - this.month > 6) this.year--;
    this.month = month;
  }

  /** RFC 3339 §5.6. */
  private internet(line: string): number {
    if (line.charCodeAt(4) !== 45 || line.charCodeAt(7) !== 45 || line.charCodeAt(13) !== 58) return NaN;
    const key = two(line, 0) * 1_000_000 + two(line, 2) * 10_000 + two(line, 5) * 100 + two(line, 8) + 2 ** 40;
    if (key !== this.key) {
      this.start = Date.UTC(two(line, 0) * 100 + two(line, 2), two(line, 5) - 1, two(line, 8));
      this.key = key;
    }
    const space = line.indexOf(" ", 19);
    if (space < 0 || space > 40) return NaN;
    this.end = space + 1;
    const parts = line.charCodeAt(19) === 46 ? (line.charCodeAt(20) - 48) * 100 + two(line, 21) : 0;
    return this.start + clock(line, 11) + (parts >= 0 && parts < 1_000 ? parts : 0);
  }
}

const two = (line: string, at: number): number => (line.charCodeAt(at) - 48) * 10 + line.charCodeAt(at + 1) - 48;

function clock(line: string, at: number): number {
  const hours = two(line, at);
  const minutes = two(line, at + 3);
  const seconds = two(line, at + 6);
  const sound = hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 61;
  return sound ? ((hours * 60 + minutes) * 60 + seconds) * 1_000 : NaN;
}
