import { expect, it } from "vitest";
import { dsOf, isEntry, keyTag } from "../../src/syntax/dnskey.js";

/** The example of RFC 6605 §6.1. */
const key = {
  flags: 257,
  protocol: 3,
  algorithm: 13,
  key: "GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA==",
};

it("gives the DS record of a published example", async () => {
  expect(keyTag(key)).toBe(55_648);
  expect(await dsOf("example.net", key)).toEqual({
    keyTag: 55_648,
    algorithm: 13,
    digestType: 2,
    digest: "b4c8c1fe2e7477127b27115656ad6256f424625bf5c1e2770ce6d6e37df61d17",
  });
  expect(await dsOf("EXAMPLE.net", key)).toEqual(await dsOf("example.net", key));
});

it.each([
  [257, true],
  [256, false], // no way in
  [385, false], // revoked
  [1, false], // not of the zone
])("tells by flags %i whether a parent may vouch for a key", (flags, is) =>
  expect(isEntry({ ...key, flags })).toBe(is),
);

it("leaves alone what is no key", async () => {
  expect(await dsOf("example.net", { ...key, key: "*" })).toBeUndefined();
});
