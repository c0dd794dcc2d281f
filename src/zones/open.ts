import { dirname, relative, resolve } from "node:path";
import { bounds } from "../bounds.js";
import { nearest } from "../nearest.js";
import { type FileAt, filesAt, why } from "../reports/files.js";
import { type Problem, problemsIn, UsageError } from "../usage.js";
import { headOf, isOutside, readOctets, realpath, Root, Unreadable } from "./disk.js";
import { formats } from "./formats.js";
import { type CommentedFile, type CommentSign, withIgnores } from "./ignores.js";
import { ignoreWord } from "../syntax/ignore.js";
import { absoluteName } from "./names.js";
import type { Zone } from "./record.js";
import type { Format, Source } from "./source.js";
import { united } from "./united.js";

/** Which zones are wanted, and where from. */
export interface Wanted {
  /** Files, folders, and `-` for `stdin`. */
  paths: readonly string[];
  /** Paths are from here; from the working directory where it is left out. */
  folder?: string;
  /** The format, by its id: of files that are named whatever they look like; in folders, only such files are read. */
  from?: string;
  /** Only this zone. A file that does not say of which zone it is, is of this one. */
  zone?: string;
  /** Only this view of zones that have several. */
  view?: string;
  /** Of records that are for several providers, those for this one. */
  target?: string;
  /** Files that are included are named from here and lie below; else from the folder of the file, or that was named. */
  includeRoot?: string;
  /** What came in on standard input: text, or its octets. */
  stdin?: string | Uint8Array;
}

/** The zones that were read, and files in folders that hold none, or are not looked at. */
export interface Opened {
  zones: Zone[];
  skipped: string[];
}

/**
 * The zones in some files and folders, as one set: what several files say of one zone is put together. Runs nothing, asks
 * nobody, and reads no file outside of what is named. Throws a UsageError with all that is wrong and where.
 */
export async function openZones(wanted: Wanted): Promise<Opened> {
  const opening = new Opening(wanted);
  for (const path of wanted.paths) await opening.add(path);
  return opening.finish();
}

class Opening {
  readonly #wanted: Wanted;
  readonly #folder: string;
  readonly #known: readonly Format[];
  readonly #forced: Format | undefined;
  readonly #zone: string | undefined;
  readonly #zones: Zone[] = [];
  readonly #skipped: string[] = [];
  readonly #problems: Problem[] = [];
  /** Files in which there may be comments for this tool. */
  readonly #commented: CommentedFile[] = [];
  readonly #seen = new Set<string>();
  /** Files that their format wants all together, and those that may be there only for others to include. */
  readonly #together = new Map<Format, Source[]>();
  readonly #parts: { path: string; format: Format; source: Source }[] = [];
  readonly #roots: Root[] = [];
  #octets = 0;

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
    this.#folder = resolve(wanted.folder ?? ".");
    this.#forced = wanted.from === undefined ? undefined : formatOf(wanted.from);
    this.#known = this.#forced ? [this.#forced] : formats;
    this.#zone = wanted.zone === undefined ? undefined : zoneName(wanted.zone);
  }

  /** What a path stands for: a file, all that is in a folder, or the standard input. */
  async add(path: string): Promise<void> {
    const named = resolve(this.#folder, path);
    let root: Root | undefined;
    if (path !== "-") {
      try {
        // Whoever may change a file of a project may make a link of it: it must not lead to what is not of the project.
        const home = isOutside(relative(this.#folder, named)) ? dirname(named) : this.#folder;
        if (isOutside(relative(realpath(home), realpath(named)))) {
          const hint = "give the file it leads to";
          return this.#problem({ file: path, text: "a link out of the folder, which is not followed", hint });
        }
      } catch (error) {
        return this.#problem({ file: path, text: why(error) });
      }
    }
    for await (const at of filesAt([path], this.#folder, isEntered)) {
      if (at.fault?.kind === "left") this.#skipped.push(`${at.shown}: ${at.fault.text}`);
      else if (at.fault) this.#problem({ file: at.shown, text: at.fault.text });
      else if (at.path === "-") this.#input();
      else this.#file(at, (root ??= this.#root(at, named, path)));
    }
  }

  finish(): Opened {
    const included = new Set(this.#roots.flatMap((root) => [...root.included]));
    for (const { path, format, source } of this.#parts)
      if (included.has(path)) this.#skipped.push(source.file);
      else this.#read(() => format.read(source));
    for (const [format, sources] of this.#together) {
      this.#read(() => {
        const { zones, left } = format.readAll!(sources);
        for (const { file, found } of left)
          if (found) this.#skipped.push(file);
          else this.#problem(unfit(file, this.#known));
        return zones;
      });
    }
    if (this.#problems.length > 0) throw problemsIn(this.#problems);
    return { zones: this.#chosen(withIgnores(united(this.#zones), this.#commented)), skipped: this.#skipped };
  }

  #root(at: FileAt, named: string, shown: string): Root {
    const { includeRoot } = this.#wanted;
    const [path, name] =
      includeRoot !== undefined
        ? [resolve(this.#folder, includeRoot), includeRoot]
        : at.named
          ? [dirname(named), dirname(shown)]
          : [named, shown];
    let root = this.#roots.find((one) => one.path === path);
    if (!root) {
      try {
        root = new Root(path, name);
      } catch (error) {
        throw problemsIn([{ file: name, text: why(error) }]);
      }
      this.#roots.push(root);
    }
    return root;
  }

  #input(): void {
    const { stdin = "", includeRoot } = this.#wanted;
    const octets = Buffer.from(stdin as string).toString("latin1");
    const root =
      includeRoot === undefined ? undefined : this.#root({ path: "-", shown: "-", named: true }, this.#folder, "-");
    this.#source({ file: "standard input", octets, ...(root && { include: root.include }) }, "-");
  }

  #file({ path, shown, named }: FileAt, root: Root): void {
    try {
      const real = realpath(path);
      if (this.#seen.has(real)) return;
      this.#seen.add(real);
      const about = { file: shown, path: root.pathOf(path), include: root.include };
      if (!named && !this.#formatOf({ ...about, octets: headOf(path), found: true })) {
        this.#skipped.push(shown);
        return;
      }
      this.#source({ ...about, octets: readOctets(path), ...(!named && { found: true }) }, real);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.#problem({ file: shown, text: error.message });
    }
  }

  #formatOf = (source: Source): Format | undefined =>
    source.found === undefined && this.#forced ? this.#forced : this.#known.find((one) => one.detect(source));

  #source(about: Source, path: string): void {
    const { target } = this.#wanted;
    let source: Source = {
      ...about,
      ...(this.#zone !== undefined && { origin: this.#zone }),
      ...(target && { target }),
    };
    this.#octets += source.octets.length;
    if (this.#octets > bounds.zones.all)
      throw new UsageError(`zones of more than ${bounds.zones.all / 1024 / 1024} MB`, "give fewer files at once");
    const format = this.#formatOf(source);
    if (!format) {
      if (source.found) this.#skipped.push(source.file);
      else this.#problem(unfit(source.file, this.#known));
      return;
    }
    if (format.comments) source = this.#listening(source, format.comments);
    if (format.readAll) {
      const sources = this.#together.get(format);
      if (sources) sources.push(source);
      else this.#together.set(format, [source]);
    } else if (source.found && format.isPart?.(source)) {
      this.#parts.push({ path, format, source });
    } else {
      this.#read(() => format.read(source));
    }
  }

  /** Keeps the text of a file, and of what it includes, where a comment in it may be for this tool. */
  #listening(source: Source, sign: CommentSign): Source {
    const keep = (file: string, octets: string): void => {
      if (octets.includes(ignoreWord) && !this.#commented.some((one) => one.file === file))
        this.#commented.push({ file, text: Buffer.from(octets, "latin1").toString("utf8"), sign });
    };
    keep(source.file, source.octets);
    const { include } = source;
    if (!include) return source;
    return {
      ...source,
      include(path) {
        const found = include(path);
        if (found && "octets" in found) keep(found.file, found.octets);
        return found;
      },
    };
  }

  #read(read: () => Zone[]): void {
    try {
      this.#zones.push(...read());
    } catch (error) {
      if (!(error instanceof UsageError) || error.problems.length === 0) throw error;
      for (const problem of error.problems) this.#problem(problem);
    }
  }

  #problem(problem: Problem): void {
    if (this.#problems.length < bounds.zones.problems) this.#problems.push(problem);
  }

  /** Those that are wanted. Answers to questions are of no zone in particular. */
  #chosen(zones: Zone[]): Zone[] {
    const { view, paths } = this.#wanted;
    const asked = `in ${paths.join(", ")}`;
    if (zones.length === 0) throw new UsageError(`no zone ${asked}`, looked(this.#known));
    const named = zones.filter(({ origin }) => this.#zone === undefined || origin === this.#zone || origin === ".");
    if (named.length === 0) throw new UsageError(`no zone ${this.#zone} ${asked}`, thereIs(zones.map(originOf)));
    if (view === undefined) return named;
    const views = named.flatMap((zone) => zone.view ?? []);
    if (!views.includes(view)) throw new UsageError(`no view ${view} ${asked}`, thereIs(views));
    return named.filter((zone) => zone.view === undefined || zone.view === view);
  }
}

const originOf = ({ origin }: Zone): string => origin;

/** Folders of tools, in which there are no zones of the project. */
const isEntered = (name: string): boolean => !name.startsWith(".") && name !== "node_modules";

const thereIs = (names: readonly string[]): string =>
  names.length === 0 ? "there is none" : `there is ${[...new Set(names)].slice(0, 10).join(", ")}`;

const looked = (known: readonly Format[]): string => `looked for ${known.map(({ id }) => id).join(", ")}`;

function unfit(file: string, known: readonly Format[]): Problem {
  const code = writers.find(([ending]) => ending.test(file));
  return code
    ? { file, text: "code, which is not run here", hint: `give what ${code[1]} writes` }
    : {
        file,
        text: "it looks like no zone, in no format that is known",
        hint: `${looked(known)}; --from FORMAT says which it is`,
      };
}

/** Files that have to be run to know the records, and what runs them. */
const writers: readonly [RegExp, string][] = [
  [/\.js$/, "dnscontrol print-ir"],
  [/\.(?:tf|tofu)$/, "terraform show -json"],
];

function formatOf(id: string): Format {
  const format = formats.find((one) => one.id === id);
  if (format) return format;
  const ids = formats.map((one) => one.id);
  const near = nearest(id, ids);
  throw new UsageError(`no format "${id}"`, near ? `did you mean ${near}?` : `formats are ${ids.join(", ")}`);
}

function zoneName(word: string): string {
  try {
    return absoluteName(word, ".");
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`"${word}" is no name of a zone: ${error.message}`);
    throw error;
  }
}
