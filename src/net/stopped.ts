import { NetError } from "./net.js";

/** Why a signal was aborted, as the error to throw. */
export function stoppedBy(signal: AbortSignal): NetError {
  return signal.reason instanceof NetError
    ? signal.reason
    : new NetError("interrupted", "the run was stopped before the answer came");
}
