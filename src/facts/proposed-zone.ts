import { defineFact } from "../fact.js";
import type { Zone } from "../zones/record.js";

/** A proposed zone as its source shows it: its records and where they stand, and what is not known of it. */
export const proposedZone = defineFact<"zone", Zone>({
  id: "proposed-zone",
  of: "zone",
  reaches: "nothing",
  gather: async (origin, { local }) => (await local("zone", origin)) as Zone,
});
