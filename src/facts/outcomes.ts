import { NetError } from "../net/net.js";

/**
 * Several questions at once, told apart: what was learnt, and why the rest was not. For facts that are certain although
 * a part of them is unknown; whoever asks decides whether the unknown part could change anything.
 */
export async function outcomes<T>(asked: readonly Promise<T>[]): Promise<{ learnt: T[]; unlearnt: NetError[] }> {
  const settled = await Promise.allSettled(asked);
  const learnt: T[] = [];
  const unlearnt: NetError[] = [];
  for (const one of settled) {
    if (one.status === "fulfilled") learnt.push(one.value);
    else if (one.reason instanceof NetError) unlearnt.push(one.reason);
    else throw one.reason;
  }
  return { learnt, unlearnt };
}
