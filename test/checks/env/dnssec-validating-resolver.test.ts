import { testCheck } from "mailworthy/testing";
import check from "../../../checks/env/dnssec-validating-resolver.js";

const root = ". NS a.root.example";

testCheck(check, {
  validates: { zone: `; validating\n${root}`, here: { trustAd: true } },
  said: { zone: `; validating\n${root}` },
  none: [{ zone: root }, { zone: root, here: { trustAd: true } }],
  inconclusive: { zone: ". NS !timeout" },
});
