import { testCheck } from "mailworthy/testing";
import check from "../../../checks/id/return-path-deliverable.js";
import { ways } from "./ways.js";

testCheck(check, ways);
