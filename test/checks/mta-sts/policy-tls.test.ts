import { testCheck } from "mailworthy/testing";
import check from "../../../checks/mta-sts/policy-tls.js";
import { policy, served, silent, unannounced } from "./policy.js";

const under = (tls: string) => served(`HTTP 200\nTLS: ${tls}\n\n${policy()}`);

testCheck(check, {
  verified: [served(policy()), served("!404"), under("*.example.com until 2027-01-01")],
  broken: [
    under("www.example.com until 2027-01-01"),
    under("- cn=mta-sts.example.com until 2027-01-01"),
    under("mta-sts.example.com until 2025-12-31"),
    under("mta-sts.example.com from=2026-02-01 until 2027-01-01"),
    under("mta-sts.example.com until 2027-01-01 trust=self-signed"),
    under("mta-sts.example.com until 2027-01-01 trust=incomplete"),
  ],
  skip: [unannounced, served("!refused")],
  inconclusive: [served("!timeout"), silent],
});
