import { testCheck } from "mailworthy/testing";
import check from "../../../checks/change/ttl-mixed-rrset.js";

// A master file gives all records of a set one TTL; providers that keep each record by itself do not.
const place = { file: "records.json", line: 1, column: 1 } as const;
const mx = (...ttls: number[]) => ({
  records: ttls.map((ttl, at) => {
    const data = { preference: at, exchange: `mx${at}.example.net` };
    return { ...place, name: "example.com", type: "MX", ttl, data } as const;
  }),
});
const of = (before: object, after: object) => ({ before: "", zone: "", more: { before, after } });

testCheck(check, {
  same: [of(mx(300, 300), mx(600, 600)), of(mx(300, 600), mx(300, 900))],
  mixed: [of(mx(300, 300), mx(300, 600)), of({}, mx(60, 3600))],
});
