import { createPrivateKey, createPublicKey } from "node:crypto";
import { expect, it } from "vitest";
import { publishedKeys } from "../../src/data/published-keys.js";

it.each(Object.keys(publishedKeys))("%s is a key in the form in which keys are compared", (spki) => {
  const key = createPublicKey({ key: Buffer.from(spki, "base64"), format: "der", type: "spki" });
  expect(key.export({ format: "der", type: "spki" }).toString("base64")).toBe(spki);
});

it("has the Ed25519 key of RFC 8463 §A.1", () => {
  const seed = Buffer.from("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=", "base64");
  const pkcs8 = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  const key = createPublicKey(createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" }));
  const spki = key.export({ format: "der", type: "spki" }).toString("base64");
  expect(publishedKeys[spki]).toBe("RFC 8463");
});
