import { bounds } from "../bounds.js";

/** More than is unpacked, or something that is not unpacked at all. */
export class Refused extends Error {}

/** What may still come out of one file, however it is packed: archives in archives share it. */
export class Budget {
  private left: number = bounds.reports.unpacked;
  private entries: number = bounds.reports.entries;

  /** How many octets a piece of so many packed ones may become. */
  roomFor(packed: number): number {
    const { small, ratio, document } = bounds.reports;
    return Math.min(Math.max(small, packed * ratio), document, this.left);
  }

  /** Takes note of a file that was unpacked. */
  take(octets: number): void {
    this.left -= octets;
    if (--this.entries < 0) throw new Refused(`more than ${bounds.reports.entries} files in one`);
    if (this.left < 0) throw new Refused(`more than ${bounds.reports.unpacked} bytes come out of it`);
  }
}

/** What is said of a piece that becomes longer than there is room for. */
export const tooMuch = (packed: number, room: number): Refused =>
  new Refused(`${packed} bytes that unpack to more than ${room}; it is not unpacked further`);
