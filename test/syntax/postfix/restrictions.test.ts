import { expect, it } from "vitest";
import { guardsRelay, readRestrictions } from "../../../src/syntax/postfix/restrictions.js";

it.each([
  ["", []],
  ["permit_mynetworks, reject", [["permit_mynetworks"], ["reject"]]],
  ["permit_mynetworks\treject", [["permit_mynetworks"], ["reject"]]],
  ["reject_rbl_client zen.example, permit", [["reject_rbl_client", "zen.example"], ["permit"]]],
  ["reject_rhsbl_sender x.example=127.0.0.[2..9]", [["reject_rhsbl_sender", "x.example=127.0.0.[2..9]"]]],
  ["check_sender_access hash:/x reject", [["check_sender_access", "hash:/x"], ["reject"]]],
  ["hash:/x", [["check_table", "hash:/x"]]],
  ["REJECT", [["reject"]]],
  ["{ check_policy_service unix:private/policy, timeout=10s }", [["check_policy_service", "unix:private/policy"]]],
  [
    "check_policy_service { inet:127.0.0.1:10023, timeout=10s }",
    [["check_policy_service", "inet:127.0.0.1:10023, timeout=10s"]],
  ],
  ["sleep 1, reject_unauth_pipelining", [["sleep", "1"], ["reject_unauth_pipelining"]]],
  ["reject_maps_rbl, check_relay_domains", [["reject_maps_rbl"], ["check_relay_domains"]]],
  ["reject_rbl_client", [["reject_rbl_client"]]],
])("%j", (list, found) =>
  expect(
    readRestrictions(list).map(({ name, argument }) => (argument === undefined ? [name] : [name, argument])),
  ).toEqual(found),
);

it("what only warns keeps nobody from relaying", () => {
  const [warns, keeps] = readRestrictions("warn_if_reject reject_unauth_destination, reject_unauth_destination");
  expect([warns, keeps].map((one) => guardsRelay(one!))).toEqual([false, true]);
});
