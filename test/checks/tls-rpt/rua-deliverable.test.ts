import { testCheck } from "mailworthy/testing";
import check from "../../../checks/tls-rpt/rua-deliverable.js";
import { reporting, silent } from "./record.js";

const to = (rua: string, more = "") => ({ zone: `${reporting(`v=TLSRPTv1; rua=${rua}`).zone}\n${more}` });

testCheck(check, {
  reachable: [
    to("mailto:a@example.com"),
    to("mailto:a@example.net", "example.net A 192.0.2.30"),
    to("https://reports.example.net/tls", "reports.example.net A 192.0.2.30"),
  ],
  dead: [
    to("mailto:a@gone.example.net"),
    to("mailto:a@example.com,mailto:a@example.net", "example.net MX 0 ."),
    to("https://reports.example.net/tls"),
    to("mailto:a@gone.example.net,mailto:a@example.net", "example.net * !timeout"),
  ],
  skip: [reporting(), reporting("v=TLSRPTv1; rua=nobody")],
  inconclusive: [silent, to("mailto:a@example.com,mailto:a@example.net", "example.net * !timeout")],
});
