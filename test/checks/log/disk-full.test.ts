import { testCheck } from "mailworthy/testing";
import check from "../../../checks/log/disk-full.js";
import { log } from "./summary.js";

testCheck(check, {
  room: [log()],
  full: [log({ diskFull: [{ name: "cleanup: write queue file: No space left on device", count: 3, bytes: 0 }] })],
});
