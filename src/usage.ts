/** Input that cannot be worked with: the run does not begin, exit code 2. */
export class UsageError extends Error {
  override name = "UsageError";
  /** One thing to do. */
  readonly next?: string;
  constructor(message: string, next?: string) {
    super(message);
    if (next) this.next = next;
  }
}
