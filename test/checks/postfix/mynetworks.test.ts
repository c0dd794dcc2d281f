import { testCheck } from "mailworthy/testing";
import check from "../../../checks/postfix/mynetworks.js";
import { copied, postfix } from "./configuration.js";

testCheck(check, {
  narrow: [
    postfix(),
    postfix("mynetworks = 127.0.0.0/8 [::ffff:127.0.0.0]/104 [::1]/128 10.0.0.0/8 198.51.100.7"),
    postfix("mynetworks = !10.0.0.0/4 [fe80::]/64"),
  ],
  wide: [
    postfix("mynetworks = 0.0.0.0/0"),
    postfix("mynetworks = 127.0.0.0/8, [::]/0"),
    postfix("mynetworks = [2000::]/3"),
  ],
  public: [postfix("mynetworks = 127.0.0.0/8 8.8.0.0/16"), postfix("mynetworks = [2a00:1450::]/32")],
  inconclusive: [postfix("mynetworks = hash:/etc/postfix/trusted"), copied("compatibility_level = 3.6")],
});
