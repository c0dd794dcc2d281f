import type { DmarcReport } from "../syntax/dmarc-report.js";
import type { TlsReport } from "../syntax/tls-report.js";

/** What was found in a file: a report, the signatures of a message, or why there is none. */
export type Found = { file: string } & (
  | { kind: "dmarc"; report: DmarcReport }
  | { kind: "tls"; report: TlsReport }
  | { kind: "message"; signatures: readonly Signature[] }
  /** Meant as a report, and cannot be read. */
  | { kind: "broken"; text: string; line?: number }
  /** Something else. */
  | { kind: "foreign"; text: string; line?: number }
  /** Not looked at, such as a symbolic link in a folder. */
  | { kind: "left"; text: string }
);

/** Who signed a message, as its DKIM-Signature field says; nobody has verified it here. */
export interface Signature {
  domain: string;
  selector: string;
}
