import * as fc from "fast-check";
import { dataFault } from "../../src/zones/data-fault.js";
import { typeOf } from "../../src/zones/types.js";
import { recordsOf, typesKnown } from "../net/dns/records.js";

/** Records as a zone may have them, each type in turn, with whatever octets their names and texts may have. */
export const someRecords = fc.array(
  recordsOf(typesKnown).filter(
    ({ type, data }) =>
      !dataFault(type, data) &&
      // Types of questions are in no bitmap of a zone that anybody loads.
      ((data as { types?: string[] }).types ?? []).every((word) => typeOf(word) !== undefined),
  ),
  { maxLength: 8 },
);
