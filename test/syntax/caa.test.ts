import { expect, it } from "vitest";
import { caaFault } from "../../src/syntax/caa.js";

const caa = (tag: string, value: string, flags = 0) => caaFault({ flags, tag, value });

it.each([
  ["issue", "ca.example"],
  ["issue", ";"],
  ["issue", ""],
  ["issuewild", "ca.example; account=12345; policy=ev"],
  ["issuemail", "ca.example"],
  ["iodef", "mailto:security@example.com"],
  ["iodef", "https://iodef.example.com/"],
  ["anything", "at all"],
])("takes %s %j", (tag, value) => expect(caa(tag, value)).toBeNull());

it.each([
  ["issue", "ca example", 0, '"ca example" is no domain of an issuer'],
  ["issue", "ca.example; account", 0, '"account" is no parameter'],
  ["iodef", "security@example.com", 0, '"security@example.com" is no address to report to'],
  ["is-sue", "ca.example", 0, '"is-sue" is no name of a property'],
  ["issue", "ca.example", 256, "the flags 256 are no octet"],
])("says what is wrong with %s %j", (tag, value, flags, fault) => expect(caa(tag, value, flags)).toBe(fault));
