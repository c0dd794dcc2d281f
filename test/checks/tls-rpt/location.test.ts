import { testCheck } from "mailworthy/testing";
import check from "../../../checks/tls-rpt/location.js";
import { reporting } from "./record.js";

const at = (name: string, data: string) => ({ zone: `${reporting().zone}\n${name} TXT ${data}` });
const record = '"v=TLSRPTv1; rua=mailto:a@example.com"';

testCheck(check, {
  apart: [reporting("v=TLSRPTv1; rua=mailto:a@example.com"), at("example.com", '"v=spf1 mx -all"')],
  elsewhere: [at("example.com", record), at("_smtp-tls.example.com", record)],
  skip: { zone: "example.com MX 0 ." },
  inconclusive: [at("example.com", "!timeout"), at("_smtp-tls.example.com", "!servfail")],
});
