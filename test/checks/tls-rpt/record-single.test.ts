import { testCheck } from "mailworthy/testing";
import check from "../../../checks/tls-rpt/record-single.js";
import { reporting, silent } from "./record.js";

testCheck(check, {
  single: [
    reporting("v=TLSRPTv1; rua=mailto:a@example.com"),
    reporting("v=TLSRPTv1; rua=mailto:a@example.com", "other"),
  ],
  several: reporting("v=TLSRPTv1; rua=mailto:a@example.com", "v=TLSRPTv1; rua=mailto:b@example.com"),
  skip: [reporting(), reporting("v=tlsrptv1; rua=mailto:a@example.com")],
  inconclusive: silent,
});
