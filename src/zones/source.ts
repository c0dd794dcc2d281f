import type { CommentSign } from "./ignores.js";
import type { Zone } from "./record.js";
import type { ResourceForm } from "./terraform-resources.js";

/** A file that may hold zones. */
export interface Source {
  /** As it is named in messages. */
  file: string;
  /** A char for each octet. */
  octets: string;
  /** The zone it is of, where the file does not say so itself. */
  origin?: string;
  /** The file itself, named from the root of what it may include. */
  path?: string;
  /** Reads a file that this one includes, named from the root of them all; undefined where there is none. */
  include?: (path: string) => Included | undefined;
  /** It was found in a folder, with all that is in there, and not named by itself. */
  found?: true;
  /** Names of zones by the ids that a provider gives them, where a plan has only the ids. */
  zones?: Readonly<Record<string, string>>;
  /** How kinds of resources hold records that nothing here knows of. */
  resources?: Readonly<Record<string, ResourceForm>>;
  /** Where the records go, of those that the source has for several: a provider of octoDNS. */
  target?: string;
}

/** A file that another one includes, or why it may not be read. */
export type Included = { file: string; octets: string } | { refused: string };

/** A kind of file. Reading runs nothing and asks nobody; what cannot be read is a UsageError with the places. */
export interface Format {
  id: string;
  /** How its comments begin, where it has any. */
  comments?: CommentSign;
  /** Whether a file looks like one, by its name and how it begins: of a long file, this may be all there is to see. */
  detect(source: Source): boolean;
  read(source: Source): Zone[];
  /** Whether a file that was found may be there only for others to include; it is then read if none does. */
  isPart?(source: Source): boolean;
  /** Reads files that belong together, all of this format that there are; those that hold no zone are left. */
  readAll?(sources: readonly Source[]): { zones: Zone[]; left: readonly Source[] };
}
