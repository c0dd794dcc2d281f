import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/tables.js";
import { copied, postfix } from "./configuration.js";

const table = (more: object) => ({
  tables: [
    {
      table: "hash:/etc/aliases",
      settings: ["alias_maps"],
      source: "read" as const,
      compiled: "read" as const,
      stale: false,
      catchAlls: [],
      permits: [],
      ...more,
    },
  ],
});

testCheck(check, {
  built: [
    postfix("", table({})),
    postfix("", table({ source: "missing" })),
    postfix("", table({ compiled: "unreadable" })),
  ],
  missing: [
    postfix("", table({ compiled: "missing" })),
    postfix("", table({ table: "texthash:/x", compiled: null, source: "missing" })),
  ],
  stale: postfix("", table({ stale: true })),
  skip: [postfix(), copied("", table({ source: "elsewhere", compiled: "elsewhere" }))],
});
