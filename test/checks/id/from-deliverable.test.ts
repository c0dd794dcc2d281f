import { testCheck } from "mailworthy/testing";
import check from "../../../checks/id/from-deliverable.js";
import { ways } from "./ways.js";

testCheck(check, ways);
