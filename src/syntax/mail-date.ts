import { uncommented } from "./comments.js";

/** Dates of messages (RFC 5322 §3.3, and the obsolete forms of §4.3). */
export interface MailDate {
  /** ISO 8601, UTC. */
  at: string;
  /** What is obsolete or not as the standard has it, though it can be read. */
  odd?: string;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
/** Hours of the zones that had names (RFC 5322 §4.3). */
const zones: Readonly<Record<string, number>> = {
  ut: 0,
  gmt: 0,
  utc: 0,
  z: 0,
  edt: -4,
  est: -5,
  cdt: -5,
  cst: -6,
  mdt: -6,
  mst: -7,
  pdt: -7,
  pst: -8,
};
const form =
  /^(?:([a-z]{3}) ?, ?)?(\d{1,2}) ([a-z]{3}) (\d{2,4}) (\d{1,2}) ?: ?(\d{2})(?: ?: ?(\d{2}))?(?: ([+-]\d{4}|[a-z]{1,5}))?$/i;

/** The date; undefined where it is none. */
export function parseDate(value: string): MailDate | undefined {
  const text = uncommented(value.slice(0, 200)).text.replace(/\s+/g, " ").trim();
  const found = form.exec(text);
  if (!found) return undefined;
  const [, dayName, day, monthName, yearText, hour, minute, second = "0", zone] = found;
  const month = months.indexOf(monthName!.toLowerCase());
  const short = yearText!.length < 4;
  // RFC 5322 §4.3: two digits up to 49 are of this century, other short years count from 1900.
  const year = Number(yearText) + (short ? (yearText!.length === 2 && Number(yearText) < 50 ? 2000 : 1900) : 0);
  if (month < 0 || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const local = Date.UTC(year, month, Number(day), Number(hour), Number(minute), Number(second));
  if (year < 1900 || new Date(Date.UTC(year, month, Number(day))).getUTCDate() !== Number(day)) return undefined;
  const offset = offsetOf(zone);
  if (offset === undefined) return undefined;
  const odd = oddity({ zone, short, dayName, date: new Date(Date.UTC(year, month, Number(day))) });
  return { at: new Date(local - offset * 60_000).toISOString(), ...(odd !== undefined && { odd }) };
}

/** Minutes east of Greenwich; a zone that is not known counts as -0000 (RFC 5322 §4.3). */
function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined) return 0;
  if (!/^[+-]/.test(zone)) return (zones[zone.toLowerCase()] ?? 0) * 60;
  const minutes = Number(zone.slice(3));
  return minutes > 59 ? undefined : (zone[0] === "-" ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + minutes);
}

function oddity(of: {
  zone: string | undefined;
  short: boolean;
  dayName: string | undefined;
  date: Date;
}): string | undefined {
  const { zone, short, dayName, date } = of;
  if (short) return "its year has fewer than four digits";
  if (zone === undefined) return "it has no time zone";
  if (!/^[+-]/.test(zone)) return `its time zone is written ${zone}, not as +hhmm`;
  const real = days[date.getUTCDay()]!;
  if (dayName !== undefined && dayName.toLowerCase() !== real) return `it says ${dayName}, and the day was a ${real}`;
  return undefined;
}
