import { logicalLines } from "./logical-lines.js";
import { oneSpaced, type Setting } from "./main-cf.js";
import { words } from "./words.js";

/** A service of master.cf (master(5)). Arguments of its command are left out, since passwords stand in some. */
export interface Service {
  name: string;
  /** inet, unix, fifo, pass or unix-dgram. */
  type: string;
  /** Whether it runs inside the queue directory alone: y, n, or - for the default. */
  chroot: string;
  /** Most processes at once, or - for the default. */
  processes: string;
  command: string;
  /** Settings that hold for this service alone (-o). */
  overrides: Setting[];
  /** How often -v stands there: each raises what is logged. */
  verbose: number;
  line: number;
}

export interface MasterCf {
  services: Service[];
  faults: { line: number; text: string }[];
}

/** Reads master.cf, or what `postconf -M` prints. */
export function readMasterCf(text: string): MasterCf {
  const { lines, stray } = logicalLines(text);
  const faults = stray.map(({ line }) => ({ line, text: "begins with white space and goes on with nothing" }));
  const services: Service[] = [];
  for (const { text: whole, line } of lines) {
    const fields = words(whole, " \t\r\n");
    const [name, type, , , chroot, , processes, command] = fields;
    if (command === undefined) faults.push({ line, text: `has ${fields.length} fields of 8` });
    else
      services.push({
        name: name!,
        type: type!,
        chroot: chroot!,
        processes: processes!,
        command,
        line,
        ...options(fields.slice(8), line),
      });
  }
  return { services, faults };
}

/** The options of a command up to its first argument that is none. */
function options(given: readonly string[], line: number): Pick<Service, "overrides" | "verbose"> {
  const overrides: Setting[] = [];
  let verbose = 0;
  for (let at = 0; at < given.length; at++) {
    const word = given[at]!;
    if (!word.startsWith("-") || word === "--") break;
    if (/^-v+$/.test(word)) verbose += word.length - 1;
    const setting = word === "-o" ? given[++at] : word.startsWith("-o") ? word.slice(2) : undefined;
    const equals = setting?.indexOf("=") ?? -1;
    if (equals > 0)
      overrides.push({
        name: setting!.slice(0, equals).trim(),
        value: oneSpaced(setting!.slice(equals + 1)),
        line,
      });
  }
  return { overrides, verbose };
}

/** A service as postconf(1) names it: `submission/inet`. */
export const serviceName = ({ name, type }: Pick<Service, "name" | "type">): string => `${name}/${type}`;
