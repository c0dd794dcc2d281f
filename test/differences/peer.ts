import type { Case } from "../conformance/case.js";

/** Another implementation of an operation that published suites have. */
export interface Peer {
  name: string;
  /** What it is asked; cases of other operations it is not given. */
  ops: readonly string[];
  /** Its version, or nothing where it is not installed. */
  version(): string | undefined;
  /** Its answers, in the order of the cases. */
  answers(cases: readonly Case[]): Promise<unknown[]>;
}
