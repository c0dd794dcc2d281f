import { testCheck } from "mailworthy/testing";
import check from "../../../checks/log/auth-attack.js";
import { attack, log } from "./summary.js";

testCheck(check, {
  calm: [log(), log(attack(500, 29))],
  attacked: [log(attack(30, 30)), log(attack(5, 5), { options: { hourly: 5 } })],
});
