/** One case of a suite: a line of its `cases.jsonl`. What an operation reads besides `id` and `op` is its own affair. */
export interface Case {
  id: string;
  op: string;
  /** A value, an object of which every field must be met, or a list of answers that all count. */
  expect?: unknown;
  /** Why it is disputed what the answer should be; such cases count apart. */
  contested?: string;
  [field: string]: unknown;
}

/** Answers the cases of one operation. */
export type Op = (input: Case) => unknown;

/** What stands for an answer where the operation, or this form of it, is not done. */
export const unsupported = { unsupported: true } as const;

export const isUnsupported = (got: unknown): boolean =>
  typeof got === "object" && got !== null && "unsupported" in got && got.unsupported === true;

/** Whether an answer is what a case expects. Text that a case gives besides its result must be met too. */
export function agrees(got: unknown, { expect, explanation, fields }: Case): boolean {
  if (!fits(got, expect)) return false;
  if (typeof got !== "object" || got === null) return true;
  if (explanation !== undefined && "explanation" in got && got.explanation !== explanation) return false;
  return fields === undefined || !("fields" in got) || fits(got.fields, fields);
}

function fits(got: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(got)) return wanted.some((one) => fits(got, one));
    return got.length === wanted.length && wanted.every((one, at) => fits(got[at], one));
  }
  if (typeof wanted === "object" && wanted !== null) {
    if (typeof got !== "object" || got === null) return false;
    return Object.entries(wanted).every(([key, value]) => fits((got as Record<string, unknown>)[key], value));
  }
  return got === wanted || (typeof got === "object" && got !== null && word(got) === wanted);
}

/** The one word of an answer that says more. */
function word(got: object): unknown {
  if ("result" in got) return got.result;
  if ("valid" in got) return got.valid === true || got.valid === "valid" ? "valid" : "invalid";
  return "error" in got ? "error" : undefined;
}
