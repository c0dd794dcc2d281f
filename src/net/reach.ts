import { bounds } from "../bounds.js";
import type { Limits } from "./limits.js";
import type { Place, Reached } from "./net.js";
import { connectTcp } from "./tcp.js";

/** Whether a TCP port opens; throws where nobody answers. Nothing is said, and nothing read. */
export function reach(
  place: Place,
  { signal, limits }: { signal?: AbortSignal | undefined; limits: Limits },
): Promise<Reached> {
  return limits.run(place, signal, async () => {
    const began = performance.now();
    const socket = await connectTcp(place, { signal, within: bounds.reach });
    const took = Math.round(performance.now() - began);
    if (socket === "refused") return { outcome: "refused", took };
    socket.destroy();
    return { outcome: "open", took };
  });
}
