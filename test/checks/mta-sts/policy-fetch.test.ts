import { examine, testCheck } from "mailworthy/testing";
import { expect, it } from "vitest";
import check from "../../../checks/mta-sts/policy-fetch.js";
import { announced, policy, served, silent, unannounced } from "./policy.js";

const noHost = { zone: announced("v=STSv1; id=1").zone!.replace("mta-sts.example.com A 192.0.2.80\n", "\n") };

testCheck(check, {
  fetched: [served(policy()), served("not a policy"), served(`HTTP 200\nTLS: other.example.com\n\n${policy()}`)],
  unreachable: [noHost, served("!refused"), served("!alert unrecognized_name")],
  redirect: served("HTTP 301\nlocation: https://www.example.com/"),
  status: [served("!404"), served("!500"), served("HTTP 302"), served("HTTP 204")],
  long: served(`HTTP 200\n!cut\n\n${policy()}`),
  skip: [unannounced, announced("v=stsv1; id=1"), { zone: "example.com MX 0 ." }],
  inconclusive: [
    served("!timeout"),
    served("!alert internal_error"),
    silent,
    { zone: `${noHost.zone}\nmta-sts.example.com A !timeout` },
  ],
});

it("prints a policy that names the mail hosts", async () => {
  const { results } = await examine(check, served("!404"));
  expect(results[0]!.findings[0]!.fix!.command).toBe(
    "printf '%s\\n' 'version: STSv1' 'mode: testing' 'mx: mx1.example.com' 'max_age: 604800' > mta-sts.txt",
  );
});
