import type { Zone } from "./record.js";

/** A file that may hold zones. */
export interface Source {
  /** As it is named in messages. */
  file: string;
  /** A char for each octet. */
  octets: string;
  /** The zone it is of, where the file does not say so itself. */
  origin?: string;
  /** Reads a file that this one includes, named from the root of them all; undefined where there is none. */
  include?: (path: string) => string | undefined;
}

/** A kind of file. Reading runs nothing and asks nobody; what cannot be read is a UsageError with the places. */
export interface Format {
  id: string;
  /** Whether a file looks like one, by its name and how it begins. */
  detect(source: Source): boolean;
  read(source: Source): Zone[];
}
