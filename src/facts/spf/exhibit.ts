import type { Exhibit } from "../../finding.js";
import type { Answer } from "../../net/net.js";
import { asBranch, type SpfNode } from "./tree.js";

/** The tree of a domain's SPF record as evidence, with where its root comes from. */
export function spfExhibit({ root, answer }: { root: SpfNode; answer: Answer<"TXT"> }, limit: number): Exhibit {
  const [record] = answer.records;
  return {
    kind: "tree",
    title: `lookups of ${root.domain} SPF when no term matches`,
    source: record ? `TTL ${record.ttl}, ${answer.server}` : answer.server,
    root: asBranch(root, limit),
  };
}
