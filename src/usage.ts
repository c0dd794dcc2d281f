/** One thing that is wrong in a file the user wrote, and where. Lines and columns begin at 1. */
export interface Problem {
  file: string;
  line?: number;
  column?: number;
  text: string;
  /** The line itself. */
  source?: string;
  /** What was probably meant, or may stand there; shown at the place. */
  hint?: string;
  /** A sentence more. */
  note?: string;
}

/** What all copies of the package know it by: a plugin may bring its own. */
const usage = Symbol.for("mailworthy.UsageError");

/** Input that cannot be worked with: the run does not begin, exit code 2. */
export class UsageError extends Error {
  static override [Symbol.hasInstance](value: unknown): value is UsageError {
    return typeof value === "object" && value !== null && usage in value;
  }
  get [usage](): true {
    return true;
  }
  override name = "UsageError";
  /** One thing to do. */
  readonly next?: string;
  /** Where the input is a file: all that is wrong with it. */
  readonly problems: readonly Problem[];
  constructor(message: string, next?: string, problems: readonly Problem[] = []) {
    super(message);
    if (next) this.next = next;
    this.problems = problems;
  }
}

/** All that is wrong with a file, as one error. */
export const problemsIn = (problems: readonly Problem[]): UsageError =>
  new UsageError(problems.map(({ file, text }) => `${file}: ${text}`).join("\n"), undefined, problems);
