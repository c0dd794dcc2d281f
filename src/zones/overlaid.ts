import type { Obscure, Overlaid } from "../net/zone-names.js";
import type { UnknownRecord, Zone } from "./record.js";

/** A zone as it is answered from. */
export const overlaid = ({ origin, completeness, records, unread, unknown = [] }: Zone): Overlaid => ({
  origin,
  whole: completeness === "zone",
  records,
  others: [...unread.map(({ name, type }) => ({ name, type, why: "its data is not read" })), ...unknown.map(obscure)],
});

const whys: Record<UnknownRecord["why"], string> = {
  computed: "known only once the plan is applied",
  sensitive: "marked as sensitive, so that it is not looked at",
  proxied: "the provider answers with addresses of its own",
  alias: "the provider answers with the records of another name",
  routing: "the answer depends on who asks",
  refused: "no server takes this value",
  published: "what is published now is not in the plan",
};

const obscure = ({ name, type, why, alias, fault }: UnknownRecord): Obscure => ({
  ...(name !== undefined && { name }),
  ...(type !== undefined && { type }),
  why: fault ?? whys[why],
  ...(alias !== undefined && { alias }),
});
